import type { APIRoute } from 'astro';
import { apiFiles, type ApiFile } from '../../../published/api.ts';

export const getStaticPaths = () => apiFiles().map((file) => ({ params: { path: file.path }, props: file }));

export const GET: APIRoute = ({ props }) =>
  new Response(JSON.stringify((props as ApiFile).content()), {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
