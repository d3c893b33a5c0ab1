# A corpus of pages that end with NUL, mb megabytes of it, from those in the input: the
# years, days, numbers and given names of each copy are its own, so that no two copies
# are alike. LC_ALL=C; seed: another corpus of the same kind.
BEGIN {
	RS = "\001"
	srand(seed)
	n = split("An Bình Chi Dung Đạt Giang Hạnh Hiếu Hòa Hương Khánh Kiên Lan Linh Loan Mai Minh Nam Nga Ngân Phúc Phương Quang Quân Sơn Tâm Thảo Thắng Thúy Tiến Trang Trung Tuấn Vinh Xuân Yến", given, " ")
}
{
	pages = split($0, page, "\002")
	for (p = 1; p <= pages; p++) {
		# pieces between what is varied
		m = split(page[p], piece, "\003")
		for (k = 1; k <= m; k++)
			part[p, k] = piece[k]
		parts[p] = m
	}
	while (made < mb * 1000000) {
		year = 2005 + int(rand() * 20)
		for (p = 1; p <= pages; p++) {
			out = part[p, 1]
			for (k = 2; k <= parts[p]; k++) {
				s = part[p, k]
				c = substr(s, 1, 1)
				out = out (c == "y" ? year : c == "z" ? year + 4 : c == "n" ? given[1 + int(rand() * n)] : 1 + int(rand() * 9)) substr(s, 2)
			}
			printf "%s%c", out, 0
			made += length(out) + 1
		}
	}
}
