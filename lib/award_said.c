#include "award_parts.h"

#include <string.h>

static bool any_end(const struct lex *l, size_t t, const struct view *words, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (lex_view_ends(l, t, words[i]))
			return true;
	return false;
}
#define W(literal) { literal, sizeof(literal) - 1 }
#define ANY_END(l, t, words) any_end(l, t, words, sizeof words / sizeof *words)

static const struct view give[] = {
	W("tặng"), W("trao"), W("tặng thưởng"), W("truy tặng"), W("nhận"), W("phong tặng"), W("khen thưởng"), W("giành được"), W("dành được"), W("đón"),
};
static const struct view take[] = {
	W("nhận"), W("đón nhận"), W("giành được"), W("dành được"), W("đón"),
};
static const struct view propose[] = {
	W("đề nghị"), W("đề xuất"), W("trình"), W("suy tôn"), W("hiệp y"), W("dự kiến"), W("lập hồ sơ"), W("biểu quyết"), W("lấy ý kiến"), W("tham mưu"),
};
/* Votes come before a proposal, or before what has been given since. */
static const struct view vote[] = {
	W("bình chọn"), W("bình xét"), W("bình bầu"), W("bỏ phiếu"), W("xét"), W("xét tặng"), W("bầu chọn"),
};
static const struct view confer[] = {
	W("đạt"), W("công nhận"), W("được phong"),
};
static const struct view only_said[] = {
	W("tiêu chuẩn"), W("phấn đấu"), W("đăng ký"), W("thu hồi"), W("hủy"), W("hủy quyết định"), W("đối tượng"),
	W("không quá"),
};

/* "chương trình", "Tờ trình số 5", "trình độ": no proposal. */
static bool noun_of_trinh(const struct lex *l, size_t t)
{
	static const struct view nouns[] = {
		W("chương trình"), W("tờ trình"), W("quá trình"), W("quy trình"), W("công trình"), W("lộ trình"),
		W("hành trình"), W("giáo trình"), W("tiến trình"), W("lập trình"),
	};
	static const char *const behind[] = { "độ", "bày", "diễn", "tự" };

	return ANY_END(l, t, nouns) || (lex_words_end(l, t, "trình") && LEX_ONE_OF(l, t + 1, behind));
}

/* "tiêu chuẩn xét tặng", "hướng dẫn xét": of awards to come, not of one. */
static bool of_rules(const struct lex *l, size_t t)
{
	static const struct view words[] = {
		W("tiêu chuẩn"), W("điều kiện"), W("đối tượng"), W("hướng dẫn"), W("quy định"), W("quy trình"), W("thủ tục"),
		W("hồ sơ"), W("về"), W("việc"), W("quy chế"),
	};

	for (size_t i = 0; i < 3 && t > i; i++)
		if (ANY_END(l, t - 1 - i, words))
			return true;
	return false;
}

/* "gắn Huân chương ... lên lá cờ", but "gắn với phong trào" */
static bool pins(const struct lex *l, size_t t)
{
	static const char *const behind[] = { "với", "liền", "liền với", "kết", "bó", "bó với" };

	return lex_word(l, t, "gắn") && !LEX_ONE_OF(l, t + 1, behind);
}

void award_read_cues(struct awards *a)
{
	const struct lex *l = &a->units.lex;

	a->cues.len = 0;
	str_reserve(&a->cues, l->n + 1);
	for (size_t k = 0; k < l->n; k++) {
		int cue = 0;

		if (l->tok[k].symbol == SYM_WORD) {
			/* "công nhận", "ghi nhận" take nothing */
			bool other = lex_word(l, k, "nhận") && k && (lex_word(l, k - 1, "công") || lex_word(l, k - 1, "ghi") || lex_word(l, k - 1, "xác"));

			cue |= (ANY_END(l, k, give) && !other) || pins(l, k) ? CUE_GIVE : 0;
			cue |= ANY_END(l, k, take) && !other ? CUE_TAKE : 0;
			/* "Xét đề nghị của Sở" is a noun */
			cue |= ANY_END(l, k, propose) && !lex_word(l, k + 1, "của") && !noun_of_trinh(l, k) && !(l->tok[k].caps != CAPS_LOW && lex_words_end(l, k, "tham mưu")) ? CUE_PROPOSE : 0;
			cue |= !ANY_END(l, k, vote) ? 0 : of_rules(l, k) ? CUE_ONLY : CUE_VOTE;
			cue |= ANY_END(l, k, confer) ? CUE_CONFER : 0;
			cue |= ANY_END(l, k, only_said) ? CUE_ONLY : 0;
			cue |= lex_words_end(l, k, "được") || lex_words_end(l, k, "đã") ? CUE_PAST : 0;
		}
		a->cues.p[a->cues.len++] = (char)cue;
	}
}

bool award_sentence_ends(const struct lex *l, size_t t)
{
	if (l->tok[t].symbol == '!')
		return true;
	if (l->tok[t].symbol != '.')
		return false;
	return !(t && t + 1 < l->n && l->tok[t - 1].symbol == SYM_NUMBER && l->tok[t + 1].symbol == SYM_NUMBER &&
		 l->tok[t - 1].end == l->tok[t].start && l->tok[t].end == l->tok[t + 1].start);
}

/* Does the clause before token t propose? */
static bool proposed_before(const struct awards *a, size_t t)
{
	enum { REACH = 20 };
	const struct lex *l = &a->units.lex;

	for (size_t k = t, n = 0; k-- > 0 && n < REACH && l->tok[k].symbol != ';' && !award_sentence_ends(l, k); n++)
		if ((a->cues.p[k] & CUE_PROPOSE) || lex_word(l, k, "đã") || lex_words_end(l, k, "quyết định"))
			return a->cues.p[k] & CUE_PROPOSE;
	return false;
}

enum award_status award_read_status(const struct awards *a, size_t t, size_t *verb)
{
	enum { REACH = 60 };
	const struct lex *l = &a->units.lex;
	enum award_status status = AWARD_MENTION;
	bool past = false, done = false, here = true, list = false;

	*verb = 0;
	for (size_t k = t, n = 0; k-- > 0 && n < REACH; n++) {
		int cue = a->cues.p[k];

		if (award_sentence_ends(l, k))
			break;
		if (l->tok[k].symbol == ';') {
			/* "...; năm 2019, Sở Y tế được tặng ...", "...; 30 cá nhân đã được tặng" is a clause of its own;
			 * but of "đề nghị tặng A ...; 02 đơn vị được nhận B" not the second */
			if (*verb && past && (l->tok[k + 1].symbol != SYM_NUMBER || done))
				break;
			list = (here || list) && !*verb;
			here = false;
		}
		/* "tặng Bằng khen cho 5 tập thể và có 13 Chiến sĩ thi đua": who has those was told of nothing */
		if (here && !*verb && k && k + 1 < t && lex_word(l, k, "có") && l->tok[k + 1].symbol == SYM_NUMBER && (l->tok[k - 1].symbol == ',' || award_and(l, k - 1)))
			break;
		past |= here && (cue & CUE_PAST);
		done |= here && lex_words_end(l, k, "đã");
		/* what stands before the clause was given as well */
		if (*verb && !here && past && lex_words_end(l, k, "đã"))
			break;
		/* "đề nghị khen thưởng và đã có quyết định khen thưởng" */
		if (*verb && here && k && lex_word(l, k, "quyết định") && lex_words_end(l, k - 1, "có"))
			return status;
		if ((cue & CUE_PROPOSE) || ((cue & CUE_VOTE) && !past))
			return AWARD_PROPOSED;
		/* "được tặng thưởng: A; B; C"; "trình Chủ tịch nước tặng: A; B" */
		if (list && l->tok[k].symbol == ':' && k && (a->cues.p[k - 1] & (CUE_GIVE | CUE_CONFER))) {
			*verb = k - 1;
			return proposed_before(a, k) ? AWARD_PROPOSED : a->cues.p[k - 1] & CUE_GIVE ? AWARD_GIVEN : AWARD_TITLE;
		}
		if (!here && (cue & (CUE_GIVE | CUE_CONFER)))
			list = false;
		if (!here)
			continue;
		if (cue & CUE_ONLY)
			return AWARD_MENTION;
		if (*verb || !(cue & (CUE_GIVE | CUE_CONFER)))
			continue;
		status = cue & CUE_GIVE ? AWARD_GIVEN : AWARD_TITLE;
		*verb = k;
	}
	return status;
}
