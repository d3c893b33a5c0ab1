#ifndef TDK_SHAPE_H
#define TDK_SHAPE_H

#include "lines.h"

/* What a line of a page looks like by itself, wherever it stands. */

enum {
	PROSE = 80,        /* code points from which a sentence makes a line prose */
	CAPTION_MAX = 220, /* a caption may be two sentences, no paragraph */
	TITLE_MIN = 20,
	TITLE_MAX = 400,
	SHORT = 120,
	TEASER_MAX = 450,  /* what a listing shows of an article is no longer */
};

/* Is byte i of t a digit? i may be beyond its end. */
static inline bool shape_digit(struct view t, size_t i)
{
	return i < t.len && t.p[i] >= '0' && t.p[i] <= '9';
}

static inline bool shape_starts(struct view t, const char *with)
{
	return view_has(t, 0, with);
}

/* The bytes of the first of n words that it begins with, or 0. SHAPE_HEAD: of a list. */
static inline size_t shape_head(struct view t, const char *const *words, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (shape_starts(t, words[i]))
			return strlen(words[i]);
	return 0;
}
#define SHAPE_HEAD(t, words) shape_head(t, words, sizeof(words) / sizeof *(words))

bool shape_is(const struct page_line *l, const char *name); /* this piece of furniture? */
bool shape_sentence_end(struct view t);
/* "... làm Cụm phó. Kim Sà Rây": is who wrote it named behind the end of a paragraph? */
bool shape_author_behind(struct view t);
bool shape_open_end(struct view t); /* in dots, or a mark that a heading may end in as well */
bool shape_one_sentence(struct view t);
/* Are they the same but for their dashes? */
bool shape_same_text(struct view a, struct view b);
/* "... phát biểu tại hội nghị": what a caption says of somebody. */
bool shape_speaks_at(struct view t);
bool shape_names_unit(struct view t); /* does it begin as the name of one does? */
bool shape_only_unit(struct view t);  /* and hold nothing else? */
bool shape_names_province(struct view t); /* is it one, and nothing else? */
bool shape_person_office(struct view t); /* "Chị ..., Chủ tịch Hội ..." and no verb */
bool shape_officer_begins(struct view t); /* "Thiếu tá Vừ A Chu ...", "Vụ trưởng Đặng Hữu Phúc ..." */
/* "Ngày 22/5, ...": how a lead begins. */
bool shape_day_first(struct view t);
/* "... chụp ảnh tại buổi lễ." */
bool shape_ends_at_event(struct view t);
/* Does it end with a word that more must follow: "... phát biểu tại"? */
bool shape_cut_short(struct view t);
/* "Bắc Giang: 100% khu dân cư ...": a headline of what a place did. */
bool shape_headline_of(struct view t);
/* "thứ bảy, 25 tháng 6, 2016", as a key: blogs head with it what was posted that day. */
bool shape_day_heading(struct view key);
bool shape_small_start(struct view t); /* does it begin with a small letter? */
/* "Tin tức - Văn bản - Di sản - Thư viện": several links in one line? */
bool shape_bar(struct view t);
/* Is it one quotation, from its first byte to its last? */
bool shape_quoted(struct view t);
bool shape_capitals(struct view t);    /* ALL CAPITALS */
bool shape_clock(struct view t);       /* a time of day in it */
bool shape_accents(struct view t);
bool shape_bracketed_image(struct view t); /* "[DSC_0881.JPG]", "[Hình 1]": what a text browser writes for a picture */
bool shape_follow_bar(struct view t);   /* "Theo dõi Báo ... trên" */
bool shape_bare_words(struct view t);   /* five words or more without any mark on a letter */
bool shape_addressed(struct view t); /* "Đồng chí ...", "Ông ..." begins it */
bool shape_greeting(struct view t);     /* "Nhiệt liệt chào mừng ...", on a banner */
bool shape_no_verb(struct view t);
bool shape_more_items(struct view t);  /* "Các phóng sự ảnh khác:" */
bool shape_list_item(struct view t);   /* "- ...", "1. ...", "a) ..." */
bool shape_calendar_row(struct view t);

/* Digits and marks alone, the name of an image file, small letters without any
 * mark that name one. */
bool shape_image_label(const struct page_line *l);
bool shape_image_file(struct view t);      /* "... văn hóa.jpg" */
bool shape_image_then_words(struct view t); /* "img-4806.jpg Quang cảnh ..." */
/* Labels with a value: two in "Số hiệu: 31/2017 Loại văn bản: Quyết định". */
size_t shape_labels(struct view t);
/* "info@example.vn" alone. */
bool shape_mail(struct view t);
bool shape_footnote(struct view t);         /* "[1] ..." */
bool shape_link(struct view t);             /* "12. https://...", of a text browser */
bool shape_address(struct view t);          /* "https://..." or "(baotinh.vn)" alone */
bool shape_trail(struct view t);            /* "Trang chủ » Tin tức » ..." */
bool shape_number_of_document(struct view t); /* "Số: 12/KH-SNV": of a letterhead */
bool shape_law_cell(struct view t);         /* "Ngày ban hành: 26/10/2020": of the table of a document */
bool shape_document_heading(struct view t); /* "DANH SÁCH KHEN THƯỞNG" */
bool shape_dateline(struct view t);         /* "(PLO)- ...": a paper begins an article */
bool shape_section(struct view t);      /* "I. ...", "1.1. ...", "* ..." */
bool shape_cut_of(struct view t, struct view whole); /* its beginning, cut off */
bool shape_minutes(struct view t);      /* "Thời gian: 14 giờ", "- Địa điểm: ..." of minutes */
bool shape_salutation(struct view t);   /* "Kính thưa các đồng chí," */
bool shape_paragraph(struct view t);    /* "Dịp này ...", "Tại hội nghị ..." */
bool shape_closing(struct view t);      /* "Xin trân trọng cảm ơn!" */
/* A sentence that says how an event ended: "Hội nghị đã diễn ra thành công tốt đẹp". */
bool shape_ends_event(struct view t);
/* Does a line that ends in a colon open the list that the pointer, line i, is in? */
bool shape_listed(const struct page_line *line, size_t i);
bool shape_pointer(struct view t);      /* ">> ...": another article */
bool shape_numbered_image(struct view t); /* "... - Ảnh 2.", "... ảnh 2" */
bool shape_gallery(struct view t);        /* "Một số hình ảnh tại Hội nghị:" */
bool shape_bullet(struct view t);         /* "- ...", "• ..." */
/* The number of "3. ..." or "III. ...", 0 for none; *arabic tells which. */
unsigned shape_number(struct view t, unsigned *arabic);
bool shape_same_but_figures(struct view a, struct view b);
bool shape_contact(const struct page_line *l);
/* Below an article: does the line tell where a unit is, or how it is reached? */
bool shape_unit_of_place(struct view t); /* "UBND xã A, tỉnh B", or shape_only_unit? */
bool shape_footer_contact(struct view t);
/* "Cơ quan chủ quản: UBND huyện A", "© Báo B": does it name whose the site is? */
bool shape_site_owner(struct view t);

/* "Ảnh: ...", "(Quang cảnh ...)", "... trao Cờ thi đua. Ảnh: H. Thư" */
bool shape_caption(const struct page_line *l);
/* Does it begin with a person or with people, as what stands below a picture does? */
bool shape_names_somebody(struct view t);
/* Does it end with who took the picture: "... Ảnh: H. Thư"? */
bool shape_credited(struct view t);
/* Does it tell what a picture shows: people at a meeting, doing something now? */
bool shape_shows_people(struct str *key, const struct page_line *l);

/* A name, an office or a unit, alone on a short line: who wrote the article.
 * sure: is the name or the unit a known one? */
bool shape_byline(const struct page_line *l, bool *sure);
/* An office alone ("Phó Trưởng phòng"): under a name it goes on with the byline. */
/* "(đã ký)": stands for the signature, in a block of it. */
bool shape_signed(struct view t);
bool shape_office(const struct page_line *l);

#endif
