import type { APIRoute } from 'astro';
import { languagePaths } from '../../i18n/paths.ts';
import type { Language } from '../../model/language.ts';
import { readCatalogue } from '../../published/readCatalogue.ts';
import { changesFeed } from '../../published/feed.ts';

export const getStaticPaths = languagePaths;

export const GET: APIRoute = ({ params }) =>
  new Response(changesFeed(readCatalogue().datasets, params['lang'] as Language), {
    headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' },
  });
