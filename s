doc	a
text	1	Trung tâm Quan trắc Khí tượng (TTQTKT) họp với Ban Quản lý Cụm công nghiệp (BQLCC).
text	2	Giám đốc TTQTKT tỉnh, ông Lê Văn Sơn; ttqtkt; TTQTKT2.
end	a
doc	b
text	1	TTQTKT họp. Sở Y tế (ABC) họp. ABC dự.
end	b
