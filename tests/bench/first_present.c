/* Put in front of SDL (LD_PRELOAD): ends the program at its first presented frame and writes the milliseconds since the
 * moment named by FIRST_PRESENT_START (of the monotonic clock) to standard output. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

struct SDL_Renderer;
void SDL_RenderPresent(struct SDL_Renderer *renderer);

void SDL_RenderPresent(struct SDL_Renderer *renderer)
{
	void (*present)(struct SDL_Renderer *) = (void (*)(struct SDL_Renderer *))dlsym(RTLD_NEXT, "SDL_RenderPresent");
	const char *start = getenv("FIRST_PRESENT_START");
	struct timespec now;

	present(renderer);
	clock_gettime(CLOCK_MONOTONIC, &now);
	if (!start)
		return;
	printf("%.3f\n", (double)now.tv_sec * 1000 + (double)now.tv_nsec / 1e6 - strtod(start, NULL));
	fflush(stdout);
	_exit(0);
}
