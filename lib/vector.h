#ifndef TDK_VECTOR_H
#define TDK_VECTOR_H

/* Sixteen bytes of text at a time (SSE2, which every x86-64 has), or with TDK_WIDE
 * thirty-two (AVX2). All that uses it has a plain twin that the tests compare it with
 * byte for byte. */

#include <stdint.h>

#ifdef TDK_WIDE
#include <immintrin.h>
#define VEC_(name) _mm256_##name
#define VEC_BITS(name) _mm256_##name##_si256
enum { VEC = 32 };
typedef __m256i vec;
#else
#include <emmintrin.h>
#define VEC_(name) _mm_##name
#define VEC_BITS(name) _mm_##name##_si128
enum { VEC = 16 };
typedef __m128i vec;
#endif

/* What is to stay in the loop that it is called in. */
#define VEC_INLINE inline __attribute__((always_inline))

static inline vec vec_load(const char *p)
{
	return VEC_BITS(loadu)((const vec *)(const void *)p);
}
static inline void vec_store(char *p, vec v)
{
	VEC_BITS(storeu)((vec *)(void *)p, v);
}
static inline vec vec_all(unsigned char c)
{
	return VEC_(set1_epi8)((char)c);
}
static inline vec vec_none(void)
{
	return VEC_BITS(setzero)();
}
static inline vec vec_and(vec a, vec b)
{
	return VEC_BITS(and)(a, b);
}
static inline vec vec_or(vec a, vec b)
{
	return VEC_BITS(or)(a, b);
}
static inline vec vec_without(vec a, vec b)
{
	return VEC_BITS(andnot)(b, a);
}
static inline vec vec_xor(vec a, vec b)
{
	return VEC_BITS(xor)(a, b);
}
static inline vec vec_not(vec a)
{
	return VEC_BITS(xor)(a, VEC_(set1_epi8)(-1));
}
static inline vec vec_add(vec a, vec b)
{
	return VEC_(add_epi8)(a, b);
}
static inline vec vec_sub(vec a, vec b)
{
	return VEC_(sub_epi8)(a, b);
}
static inline vec vec_is(vec a, vec b)
{
	return VEC_(cmpeq_epi8)(a, b);
}
static inline vec vec_eq(vec a, unsigned char c)
{
	return vec_is(a, vec_all(c));
}
/* first <= a <= last, as unsigned bytes: moved so that first is the least signed byte */
static inline vec vec_range(vec a, unsigned char first, unsigned char last)
{
	return VEC_(cmpgt_epi8)(vec_all((unsigned char)(last - first + 0x81)), VEC_(add_epi8)(a, vec_all((unsigned char)(0x80 - first))));
}
/* a < c, as signed bytes: of what may follow a lead byte, 80 to BF, that before c */
static inline vec vec_below(vec a, unsigned char c)
{
	return VEC_(cmpgt_epi8)(vec_all(c), a);
}
/* Not zero where a > c, as unsigned bytes */
static inline vec vec_beyond(vec a, unsigned char c)
{
	return VEC_(subs_epu8)(a, vec_all(c));
}
/* A bit for each byte that is not zero in a mask. */
static inline uint32_t vec_bits(vec a)
{
	return (uint32_t)VEC_(movemask_epi8)(a);
}
#ifdef TDK_WIDE
/* The halves of each byte, and what a table of sixteen has at each of such places. */
static inline vec vec_low(vec a)
{
	return vec_and(a, vec_all(15));
}
static inline vec vec_high(vec a)
{
	return vec_low(VEC_(srli_epi16)(a, 4));
}
static inline vec vec_lookup(const unsigned char table[16], vec places)
{
	return VEC_(shuffle_epi8)(_mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)(const void *)table)), places);
}
static inline int vec_any(vec a)
{
	return !VEC_BITS(testz)(a, a);
}
#endif
/* How many bits are set: with an instruction of its own on machines that have the wide blocks. */
static inline size_t vec_count(uint32_t bits)
{
	return (size_t)__builtin_popcount(bits);
}

#endif
