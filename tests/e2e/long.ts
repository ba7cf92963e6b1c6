/** Whether the long run of `npm run nightly` is on: it tests in both languages what each change tests in one of them. */
const IS_LONG = process.env['LONG_TESTS'] === 'true';

/** The languages in which the test of number `at` runs: in turns one of them, in the long run both. */
export const languagesOf = (at: number): ('en' | 'zh')[] => (IS_LONG ? ['en', 'zh'] : [at % 2 ? 'zh' : 'en']);
