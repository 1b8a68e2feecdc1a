import type { Writer } from './content.ts';
import { likec4Content } from './likec4.ts';
import { mustdoContent } from './mustdo.ts';
import { prismaContent } from './prisma.ts';
import { typespecContent } from './typespec.ts';
import { yamlContent } from './yaml.ts';

/** The writer of each language, by the name that the client gives to the language. */
export const writers = {
  mustdo: mustdoContent,
  yaml: yamlContent,
  prisma: prismaContent,
  typespec: typespecContent,
  likec4: likec4Content,
} satisfies Record<string, Writer>;

export type Language = keyof typeof writers;
