/* Where there is no libFuzzer: laws() over the files that the program is given. */
#ifdef REPLAY
int main(int argc, char **argv)
{
	for (int i = 1; i < argc; i++) {
		int fd = open(argv[i], O_RDONLY);
		size_t n = (size_t)lseek(fd, 0, SEEK_END);
		char *p = malloc(n + 1);

		if (pread(fd, p, n, 0) != (ssize_t)n)
			return 1;
		close(fd);
		fprintf(stderr, "%s\n", argv[i]);
		laws(p, n);
		free(p);
	}
	return 0;
}
#endif

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	laws((const char *)data, n);
	return 0;
}
