/* The least an SDL program with 28 lines of text does: what Rohnamo's first frame is compared with. */
#include <SDL.h>
#include <SDL_ttf.h>

enum { WIDTH = 1080, HEIGHT = 1920, LINES = 28, LETTERS_PX = 41 };

int main(int argc, char **argv)
{
	static const SDL_Color ink = {23, 33, 58, 255};

	if (argc != 2)
		return 2;
	SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
	if (SDL_Init(SDL_INIT_VIDEO) != 0 || TTF_Init() != 0)
		return 1;
	SDL_Window *window = SDL_CreateWindow("bare", 0, 0, WIDTH, HEIGHT, 0);
	SDL_Renderer *renderer = SDL_CreateRenderer(window, -1, SDL_RENDERER_SOFTWARE);
	TTF_Font *font = TTF_OpenFont(argv[1], LETTERS_PX);
	if (!window || !renderer || !font)
		return 1;
	SDL_SetRenderDrawColor(renderer, 250, 247, 240, 255);
	SDL_RenderClear(renderer);
	for (int i = 0; i < LINES; i++) {
		SDL_Surface *line = TTF_RenderUTF8_Blended(
			font, "Рӯзи вуруд рӯзи аввал ҳисоб мешавад, муҳрро нигоҳ доред.", ink);
		SDL_Texture *texture = SDL_CreateTextureFromSurface(renderer, line);
		SDL_Rect at = {20, i * HEIGHT / LINES, line->w < WIDTH - 40 ? line->w : WIDTH - 40, line->h};
		SDL_RenderCopy(renderer, texture, NULL, &at);
		SDL_FreeSurface(line);
	}
	SDL_RenderPresent(renderer);
	SDL_Event event;
	while (SDL_WaitEvent(&event) && event.type != SDL_QUIT)
		continue;
	return 0;
}
