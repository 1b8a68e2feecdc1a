/** Ids for things that have none yet. */

/** The id itself, or with the first number from 2 on that makes it free: `F-2`. */
export function freeId(id: string, isTaken: (id: string) => boolean): string {
  if (!isTaken(id)) return id;
  let number = 2;
  while (isTaken(`${id}-${String(number)}`)) number++;
  return `${id}-${String(number)}`;
}

/** `HON` for Head of Nursing, `HON-CHS` for Head of Nursing (CHS). */
export function initials(role: string): string {
  const bracketed = /\(([\p{L}\p{N}/&-]*[\p{L}\p{N}])\)/u.exec(role)?.[1];
  const words: string[] = role.replaceAll(/\([^)]*\)/g, ' ').match(/\p{L}[\p{L}’'-]*/gu) ?? [];
  const letters =
    words.length === 1 ? (words[0] ?? '') : words.map((word) => word.charAt(0)).join('');
  const id = letters.replaceAll(/[’']/g, '').replace(/-+$/, '').toUpperCase();
  return [id === '' ? 'SRO' : id, ...(bracketed === undefined ? [] : [bracketed])].join('-');
}
