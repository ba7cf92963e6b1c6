import { defineCollection } from 'astro:content';
import { file, glob } from 'astro/loaders';
import { z } from 'zod';
import { Countermeasure, CaseStudy, Page, Problem } from './model/piece.ts';
import { Text } from './model/language.ts';
import { parse } from 'yaml';

const pieces = (folder: string) =>
  glob({
    pattern: '*/{en,zh}.mdx',
    base: `./content/${folder}`,
    generateId: ({ entry }) => entry.replace(/\.mdx$/, ''),
  });

export const collections = {
  cases: defineCollection({ loader: pieces('cases'), schema: CaseStudy }),
  problems: defineCollection({ loader: pieces('problems'), schema: Problem }),
  countermeasures: defineCollection({ loader: pieces('countermeasures'), schema: Countermeasure }),
  pages: defineCollection({ loader: pieces('pages'), schema: Page }),
  glossary: defineCollection({
    loader: file('content/glossary.yaml', { parser: (text) => parse(text) as Record<string, unknown>[] }),
    schema: z.object({
      id: z.string(),
      en: Text,
      zh: Text,
      definition_en: Text,
      definition_zh: Text,
    }),
  }),
};
