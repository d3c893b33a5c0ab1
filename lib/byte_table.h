#ifndef TDK_BYTE_TABLE_H
#define TDK_BYTE_TABLE_H

/* Runs of equal entries in the initialiser of a table of 256 bytes: from c on,
 * 2, 4 or 8 of them hold v. Plain C has no ranges. */
#define BYTES2(c, v) [c] = v, [(c) + 1] = v
#define BYTES4(c, v) BYTES2(c, v), BYTES2((c) + 2, v)
#define BYTES8(c, v) BYTES4(c, v), BYTES4((c) + 4, v)

#endif
