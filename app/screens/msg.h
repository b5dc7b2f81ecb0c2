/* The words with which a pressed box says what was meant. An action is a verb and an argument, plain text, so that a
 * description, a script and a log show exactly what happens. */
#ifndef ROHNAMO_SCREENS_MSG_H
#define ROHNAMO_SCREENS_MSG_H

#define VERB_GO "go" /* ROUTE: open it, the present screen stays behind it */
#define VERB_BACK "back" /* the screen before, or the one above */
#define VERB_HOME "home"
#define VERB_LANGUAGE "lang" /* CODE */
#define VERB_CITIZEN "citizen" /* TJ, UZ, KG, other, skip */
#define VERB_TEXT "text" /* 100..200 */
#define VERB_CONTRAST "contrast" /* normal, high, high-dark */
#define VERB_LOW "low" /* everything within reach of somebody who sits; again: not */
#define VERB_STILL "still" /* nothing moves by itself; again: it does */
#define VERB_TURN "turn" /* ROUTE: open it instead of the present screen (next, previous) */
#define VERB_TOGGLE "toggle" /* NAME: fold or unfold a part of the screen */
#define VERB_PART "part" /* N: that part of a list, from 0 */
#define VERB_FINISH "finish" /* wipe the visit */
#define VERB_HIDE "hide" /* a harmless screen over everything; again: back to where one was */
#define VERB_STAY "stay" /* "I am still here": the idle warning goes */
#define VERB_TYPE "type" /* TEXT: put behind what was typed */
#define VERB_ERASE "erase" /* the last letter; "all": everything */
#define VERB_SPIN "spin" /* FIELD.PART.more or .less: turn a wheel of a date (screens/dates.h) */
#define VERB_WHEEL "wheel" /* FIELD.PART: digits go to this wheel */
#define VERB_DATES                                                                                                     \
	"dates" /* today, yesterday, planned, stay-add, stay-change.N, stay-remove.N, stay-done, moved, second, months.N */
#define VERB_KEYS "keys" /* CODE: the keyboard of another language */
#define VERB_FACE                                                                                                      \
	"face" /* across: the half of a card for the other person is turned by 180 degrees; beside: it is not */
#define VERB_ANSWER "answer" /* ID: what the other person answers on a card */
#define VERB_SECOND "second" /* CODE: that language beside the visitor's; "none" */
#define VERB_PURPOSE "purpose" /* ID: why somebody travels, on the checklist */
#define VERB_TICK "tick" /* ID: a paper is there; again: it is not */
#define VERB_REHEARSE "rehearse" /* ministry, all: the first round; again: the next one; start: choose anew */
#define VERB_READY "ready" /* yes, not-yet: how the question that is practised went */
#define VERB_EAR "ear" /* from now on what is opened is read, and what is to be chosen is heard first */
#define VERB_POINT "point" /* N: the Nth of what is to be chosen is heard; what it leads to is opened by another box */
#define VERB_LISTEN "listen" /* "": begin or end reading aloud; stop, wait, again, slower, faster, quieter, louder */
#define VERB_PRINT "print" /* the present screen, on paper */
#define VERB_STAFF "staff" /* enter: the code; touch.N, touch-again, ruler.STEPS; leave: end the kiosk */
#define VERB_SCROLL "scroll" /* -1, 1: a page of the scroll area; the shell knows the frame */

#endif
