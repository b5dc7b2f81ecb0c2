/* The compiled guide inside the program. A C array of this size would take seconds and half a gigabyte to compile. */
	.section .rodata
	.global rohnamo_guide_start
	.global rohnamo_guide_end
	.balign 64
rohnamo_guide_start:
	.incbin ROHNAMO_GUIDE_FILE
rohnamo_guide_end:
	.byte 0
#if defined(__linux__) && defined(__ELF__)
	.section .note.GNU-stack,"",%progbits
#endif
