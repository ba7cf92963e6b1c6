import { defineCollection } from 'astro:content';
import { file, glob } from 'astro/loaders';
import { z } from 'zod';
import { Countermeasure, CaseStudy, Page, Problem } from './model/piece.ts';
import { ModelDocument } from './model/modelDocument.ts';
import { LawQuestion, LawTopic } from './model/lawGuide.ts';
import { Text } from './model/language.ts';
import { parse } from 'yaml';

const pieces = (folder: string) =>
  glob({
    pattern: '*/{en,zh}.mdx',
    base: `./content/${folder}`,
    generateId: ({ entry }) => entry.replace(/\.mdx$/, ''),
  });

const list = (path: string) => file(path, { parser: (text) => parse(text) as Record<string, unknown>[] });

export const collections = {
  cases: defineCollection({ loader: pieces('cases'), schema: CaseStudy }),
  problems: defineCollection({ loader: pieces('problems'), schema: Problem }),
  countermeasures: defineCollection({ loader: pieces('countermeasures'), schema: Countermeasure }),
  pages: defineCollection({ loader: pieces('pages'), schema: Page }),
  documents: defineCollection({
    loader: glob({
      pattern: '*/document.yaml',
      base: './content/documents',
      generateId: ({ entry }) => entry.split('/')[0]!,
    }),
    schema: ModelDocument,
  }),
  lawTopics: defineCollection({ loader: list('content/law/topics.yaml'), schema: LawTopic }),
  lawQuestions: defineCollection({ loader: list('content/law/questions.yaml'), schema: LawQuestion }),
  glossary: defineCollection({
    loader: list('content/glossary.yaml'),
    schema: z.object({
      id: z.string(),
      en: Text,
      zh: Text,
      definition_en: Text,
      definition_zh: Text,
    }),
  }),
};
