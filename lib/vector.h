#ifndef TDK_VECTOR_H
#define TDK_VECTOR_H

/* Sixteen bytes of text at a time, where the machine has instructions for that
 * (SSE2, which every x86-64 has). TDK_VECTOR is defined if so. All that uses it
 * has a plain twin that the tests compare it with byte for byte;
 * -DTDK_PLAIN builds with the twins alone. */

#if defined __SSE2__ && !defined TDK_PLAIN
#define TDK_VECTOR 1

#include <emmintrin.h>

enum { VEC = 16 };
typedef __m128i vec;

static inline vec vec_load(const char *p)
{
	return _mm_loadu_si128((const __m128i *)(const void *)p);
}
static inline void vec_store(char *p, vec v)
{
	_mm_storeu_si128((__m128i *)(void *)p, v);
}
static inline vec vec_all(unsigned char c)
{
	return _mm_set1_epi8((char)c);
}
static inline vec vec_and(vec a, vec b)
{
	return _mm_and_si128(a, b);
}
static inline vec vec_or(vec a, vec b)
{
	return _mm_or_si128(a, b);
}
static inline vec vec_without(vec a, vec b)
{
	return _mm_andnot_si128(b, a);
}
static inline vec vec_xor(vec a, vec b)
{
	return _mm_xor_si128(a, b);
}
static inline vec vec_not(vec a)
{
	return _mm_xor_si128(a, _mm_set1_epi8(-1));
}
static inline vec vec_add(vec a, vec b)
{
	return _mm_add_epi8(a, b);
}
static inline vec vec_eq(vec a, unsigned char c)
{
	return _mm_cmpeq_epi8(a, vec_all(c));
}
/* first <= a <= last, as unsigned bytes */
static inline vec vec_range(vec a, unsigned char first, unsigned char last)
{
	return _mm_cmpeq_epi8(_mm_subs_epu8(_mm_sub_epi8(a, vec_all(first)), vec_all((unsigned char)(last - first))),
			      _mm_setzero_si128());
}
/* a < c, as signed bytes: of what may follow a lead byte, 80 to BF, that before c */
static inline vec vec_below(vec a, unsigned char c)
{
	return _mm_cmplt_epi8(a, vec_all(c));
}
/* The bytes moved back by n places, with zeros at the beginning. */
#define vec_back(a, n) _mm_slli_si128(a, n)
/* A bit for each byte that is not zero in a mask. */
static inline unsigned vec_bits(vec a)
{
	return (unsigned)_mm_movemask_epi8(a);
}
static inline unsigned vec_first(unsigned bits)
{
	return (unsigned)__builtin_ctz(bits);
}

#endif
#endif
