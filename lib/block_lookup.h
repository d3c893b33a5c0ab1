/* What the passes of block_body.h ask of a block, by tables of half bytes: of a set of
 * pairs of bytes that is all pairs of some high and low halves of the one with some of
 * the other, each table holds a bit, and where all four tables of a pair have it, the
 * pair is in the set (after Lemire and Keiser, Validating UTF-8 in less than one
 * instruction per byte, 2021). A bit that two sets share is of their union only where
 * the halves cross harmlessly. */

#include "block.h"
#include "vector.h"

/* The tables of one byte's halves. */
struct halves {
	unsigned char high[16], low[16];
};

/* The halves of each byte, as places in tables. */
struct places {
	vec high, low;
};

static inline struct places places_of(vec c)
{
	return (struct places){ vec_high(c), vec_low(c) };
}

static inline vec sets_of(const struct halves *t, struct places c)
{
	return vec_and(vec_lookup(t->high, c.high), vec_lookup(t->low, c.low));
}

#define ALL4(c) c, c, c, c
#define ALL(c) { ALL4(c), ALL4(c), ALL4(c), ALL4(c), ALL4(c), ALL4(c), ALL4(c), ALL4(c) }

/* Is there anything in the bytes c, behind p1 and p2 (the same text one and two bytes
 * earlier), that the automaton stops at? What the last bytes of a block begin is seen
 * in the next. */
static VEC_INLINE int odd_block(vec c, vec p1, vec p2)
{
	enum {
		ETH = 1,      /* Ð, ð */
		HOOK = 2,     /* Ɖ */
		GHA = 4,      /* Ƣ, ƣ */
		FAR = 8,      /* E1 before 80 to AF */
		NEAR = 16,    /* E1 before B0 to BF but BA and BB */
		SPACES = 32,
		SYMBOLS = 64, /* E2 before 90 to BF */
		FORMS = 128,  /* E2 before 81 to 8F */
	};
	static const struct halves before = {
		{ [2] = SPACES, [0xc] = ETH | HOOK | GHA, [0xe] = FAR | NEAR | SYMBOLS | FORMS },
		{ [0] = SPACES, [1] = FAR | NEAR, [2] = SYMBOLS | FORMS, [3] = ETH, [6] = HOOK | GHA },
	};
	enum { ALL = HOOK | GHA | ETH | FAR | NEAR | SPACES | SYMBOLS | FORMS };
	static const struct halves behind = {
		{ [2] = SPACES, [8] = HOOK | FAR | FORMS, [9] = ETH | FAR | SYMBOLS, [0xa] = GHA | FAR | SYMBOLS, [0xb] = ETH | NEAR | SYMBOLS },
		{
			[0] = ALL & ~(HOOK | GHA | FORMS), [1] = ALL & ~(ETH | HOOK | GHA | SPACES),
			[2] = ALL & ~(ETH | HOOK | SPACES), [3] = ALL & ~(ETH | HOOK | SPACES),
			[4] = FAR | NEAR | SYMBOLS | FORMS, [5] = FAR | NEAR | SYMBOLS | FORMS, [6] = FAR | NEAR | SYMBOLS | FORMS,
			[7] = FAR | NEAR | SYMBOLS | FORMS, [8] = FAR | NEAR | SYMBOLS | FORMS, [9] = FAR | NEAR | SYMBOLS | FORMS | HOOK,
			[0xa] = FAR | SYMBOLS | FORMS, [0xb] = FAR | SYMBOLS | FORMS, [0xc] = FAR | NEAR | SYMBOLS | FORMS,
			[0xd] = FAR | NEAR | SYMBOLS | FORMS, [0xe] = FAR | NEAR | SYMBOLS | FORMS, [0xf] = FAR | NEAR | SYMBOLS | FORMS,
		},
	};
	/* bytes of no character that passes, and of E2 80 those behind that are no punctuation */
	enum { CONTROL = 1, DELETE = 2, TWO = 4, THREE = 8, PLAIN = 16, LATE = 32 };
	enum { ODD = CONTROL | DELETE | TWO | THREE, ANY = CONTROL | PLAIN };
	static const struct halves alone = {
		{ [0] = CONTROL, [1] = CONTROL, [7] = DELETE, [8] = PLAIN, [0xa] = LATE, [0xb] = PLAIN, [0xc] = TWO, [0xd] = CONTROL, [0xe] = THREE, [0xf] = CONTROL },
		{
			[0] = ANY | TWO | THREE, [1] = ANY | TWO, [2] = ANY | TWO, [3] = ANY | THREE, [4] = ANY | THREE, [5] = ANY | THREE, [6] = ANY | THREE,
			[7] = ANY | TWO | THREE | LATE, [8] = ANY | TWO | THREE | LATE, [9] = ANY | TWO | THREE | LATE, [0xa] = ANY | TWO | THREE | LATE,
			[0xb] = ANY | TWO | THREE | LATE, [0xc] = ANY | TWO | THREE | LATE, [0xd] = ANY | TWO | THREE | LATE, [0xe] = ANY | TWO | THREE | LATE,
			[0xf] = ANY | TWO | THREE | LATE | DELETE,
		},
	};
	struct places here = places_of(c);
	vec follows = vec_or(vec_beyond(p1, 0xbf), vec_beyond(p2, 0xdf));
	vec wrong = vec_xor(vec_below(c, 0xc0), vec_not(vec_is(follows, vec_none())));

	wrong = vec_or(wrong, vec_and(sets_of(&before, places_of(p1)), sets_of(&behind, here)));
	wrong = vec_or(wrong, vec_and(sets_of(&alone, here), vec_or(vec_eq(p2, 0xe2), vec_all(ODD))));
	return vec_any(wrong);
}

/* A bit for each byte of the block at i of the text at p: a digit, or where no letter of
 * ASCII stands before, the first letter of hôm, năm, ngày, nửa, nay, quý, tháng, or of "qua,". */
static inline uint32_t dates_in(const char *p, size_t i)
{
	enum { NAM = 1, NGAY = 2, NUA = 4, NAY = 8, HOM = 16, QUY = 32, QUA = 64, THANG = 128 };
	static const struct halves letters[] = {
		{
			{ [4] = NAM | NGAY | NUA | NAY | HOM, [5] = QUY | QUA | THANG, [6] = NAM | NGAY | NUA | NAY | HOM, [7] = QUY | QUA | THANG },
			{ [1] = QUY | QUA, [4] = THANG, [8] = HOM, [0xe] = NAM | NGAY | NUA | NAY },
		},
		{
			{ [4] = NGAY | NAY | THANG, [5] = QUY | QUA, [6] = NGAY | NAY | THANG, [7] = QUY | QUA, [0xc] = NAM | HOM, [0xe] = NUA },
			{ [1] = NUA | NAY, [3] = HOM, [4] = NAM, [5] = QUY | QUA, [7] = NGAY, [8] = THANG },
		},
		{
			{
				[0] = NAM, [1] = NAM, [2] = NAM, [3] = NAM, [4] = NAM | QUA, [5] = NAM | NAY, [6] = NAM | QUA, [7] = NAM | NAY,
				[8] = NAM, [9] = NAM | HOM, [0xa] = NAM, [0xb] = NAM | NUA | HOM, [0xc] = NAM | NGAY | QUY | THANG, [0xd] = NAM, [0xe] = NAM, [0xf] = NAM,
			},
			{
				[0] = NAM, [1] = NAM | QUA, [2] = NAM, [3] = NAM | NGAY | QUY | THANG, [4] = NAM | HOM, [5] = NAM, [6] = NAM, [7] = NAM,
				[8] = NAM, [9] = NAM | NAY, [0xa] = NAM, [0xb] = NAM | NUA, [0xc] = NAM, [0xd] = NAM, [0xe] = NAM, [0xf] = NAM,
			},
		},
		{
			{
				[0] = NAY, [1] = NAY, [2] = NAY | QUA, [3] = NAY, [4] = NAY | NAM | HOM, [5] = NAY, [6] = NAY | NAM | HOM, [7] = NAY,
				[8] = NAY | NGAY | THANG, [9] = NAY | QUY, [0xa] = NAY | NGAY | NUA | THANG, [0xb] = NAY | QUY, [0xc] = NAY, [0xd] = NAY, [0xe] = NAY, [0xf] = NAY,
			},
			{
				[0] = NAY | NGAY, [1] = NAY | THANG, [2] = NAY, [3] = NAY, [4] = NAY, [5] = NAY, [6] = NAY, [7] = NAY, [8] = NAY, [9] = NAY, [0xa] = NAY,
				[0xb] = NAY, [0xc] = NAY | NUA | QUA, [0xd] = NAY | NAM | HOM | NUA | QUY, [0xe] = NAY, [0xf] = NAY,
			},
		},
	};
	vec c = vec_load(p + i), bit = vec_all(0x20);
	vec word = vec_and(sets_of(&letters[0], places_of(c)), sets_of(&letters[1], places_of(vec_load(p + i + 1))));

	word = vec_and(word, vec_and(sets_of(&letters[2], places_of(vec_load(p + i + 2))), sets_of(&letters[3], places_of(vec_load(p + i + 3)))));
	word = vec_and(word, vec_or(vec_eq(vec_or(vec_load(p + i + BLOCK_BEHIND), bit), 'y'), vec_all((unsigned char)~NGAY)));

	uint32_t words = ~vec_bits(vec_is(word, vec_none()));

	if (words) /* in few blocks */
		words &= ~(vec_bits(vec_range(vec_or(c, bit), 'a', 'z')) << 1 | (i && (p[i - 1] | 0x20) >= 'a' && (p[i - 1] | 0x20) <= 'z'));
	return words | vec_bits(vec_range(c, '0', '9'));
}

/* Lower case of the bytes cur that stand behind p1 and p2. *odd: a bit for each byte
 * where more is to be done once its neighbours are known: a tone, a dash, a rare
 * letter. */
static VEC_INLINE vec lower_block(vec cur, vec p1, vec p2, uint32_t *odd)
{
	/* which bytes of a letter become what they are with a bit more, the bit 20 or 1 */
	enum { LATIN = 1, LATE = 2, PAIRS = 4, GHA = 8, HORN = 16, TONES = 32, LAST = 64, RARE = 128 };
	enum { ANY = PAIRS | TONES | LAST };
	static const struct halves before = {
		{ [0xb] = TONES | LAST, [0xc] = LATIN | LATE | PAIRS | GHA | HORN | RARE },
		{ [3] = LATIN | LATE, [4] = PAIRS | RARE, [5] = RARE, [6] = GHA | HORN, [0xa] = LAST, [0xb] = TONES },
	};
	static const struct halves behind = {
		{
			[8] = LATIN | PAIRS | TONES, [9] = LATE | PAIRS | TONES, [0xa] = PAIRS | GHA | HORN | TONES | LAST, [0xb] = TONES | LAST | RARE,
		},
		{
			[0] = ANY | RARE | LATIN | LATE | GHA, [1] = ANY | RARE | LATIN | LATE | GHA, [2] = ANY | RARE | LATIN | LATE | GHA,
			[3] = ANY | RARE | LATIN | LATE | GHA, [4] = ANY | RARE | LATIN | LATE | GHA, [5] = ANY | RARE | LATIN | LATE | GHA,
			[6] = ANY | RARE | LATIN | LATE, [7] = ANY | RARE | LATIN, [8] = ANY | RARE | LATIN | LATE, [9] = ANY | RARE | LATIN | LATE,
			[0xa] = ANY | RARE | LATIN | LATE, [0xb] = ANY | RARE | LATIN | LATE, [0xc] = ANY | RARE | LATIN | LATE,
			[0xd] = ANY | RARE | LATIN | LATE, [0xe] = ANY | RARE | LATIN | LATE, [0xf] = ANY | RARE | LATIN | HORN,
		},
	};
	/* the bytes that are asked for, in memory: to build so many anew for each block, as
	 * compilers do with constants, costs more than to load them */
	enum { HALF, E1, OTHERS, E2, C5, ODD, BA, A0, C3, CASE, O, U, UPPER, UPPERS, LARGE, HORNS, EVEN, ONE, ROWS };
	static const unsigned char rows[ROWS][VEC] = {
		[HALF] = ALL(15), [E1] = ALL(0xe1), [OTHERS] = ALL(0xff & ~(TONES | LAST)), [E2] = ALL(0xe2), [C5] = ALL(0xc5), [ODD] = ALL(RARE), [BA] = ALL(0xba),
		[A0] = ALL(0xa0), [C3] = ALL(0xc3), [CASE] = ALL(0x20), [O] = ALL('o'), [U] = ALL('u'), [UPPER] = ALL(0x80 - 'A'), [UPPERS] = ALL('Z' - 'A' + 0x81),
		[LARGE] = ALL(LATIN | LATE), [HORNS] = ALL(HORN), [EVEN] = ALL(PAIRS | GHA | TONES | LAST), [ONE] = ALL(1),
	};
	const unsigned char(*row)[VEC] = rows;
	__asm__("" : "+r"(row));
#define ROW(r) vec_load((const char *)row[r])
	struct places first = { vec_and(VEC_(srli_epi16)(p1, 4), ROW(HALF)), vec_and(p1, ROW(HALF)) };
	struct places second = { vec_and(VEC_(srli_epi16)(cur, 4), ROW(HALF)), vec_and(cur, ROW(HALF)) };
	vec sets = vec_and(sets_of(&before, first), sets_of(&behind, second));
	vec none = vec_none(), e1 = vec_is(p2, ROW(E1)), vowel = vec_or(p1, ROW(CASE));
	/* behind E1 alone the bytes BA and BB begin what has a tone */
	sets = vec_and(sets, vec_or(e1, ROW(OTHERS)));

	vec welsh = vec_and(vec_and(e1, vec_is(p1, ROW(BA))), VEC_(cmpgt_epi8)(ROW(A0), cur));
	vec tone = vec_and(vec_or(vec_is(cur, ROW(C3)), vec_is(cur, ROW(E1))), vec_or(vec_is(vowel, ROW(O)), vec_is(vowel, ROW(U))));
	vec rare = vec_or(vec_or(vec_is(cur, ROW(E2)), vec_is(p1, ROW(C5))), vec_is(vec_and(sets, ROW(ODD)), ROW(ODD)));

	*odd = vec_bits(vec_or(vec_or(rare, welsh), tone));
	vec upper = VEC_(cmpgt_epi8)(ROW(UPPERS), vec_add(cur, ROW(UPPER)));
	vec latin = vec_is(vec_and(sets, ROW(LARGE)), none), horn = vec_is(vec_and(sets, ROW(HORNS)), ROW(HORNS)), even = vec_is(vec_and(sets, ROW(EVEN)), none);

	cur = vec_or(cur, vec_and(upper, ROW(CASE)));
	cur = vec_or(cur, vec_or(vec_without(ROW(CASE), latin), vec_without(ROW(ONE), even)));
	return vec_sub(cur, horn);
#undef ROW
}
