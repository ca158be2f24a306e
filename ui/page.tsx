import type { Child } from 'hono/jsx'
import { raw } from 'hono/html'
import { Crumbs, type Crumb } from './crumbs.tsx'
import { Footer } from './footer.tsx'
import { FieldWordsContext, FormToken, type Frame } from './frame.ts'
import { Header } from './header.tsx'
import { DoneNote, type DoneNoteProps } from './note.tsx'
import { PromiseLine } from './promise.tsx'

/** Addresses of built files; `css` in order, so that a jurisdiction's theme comes last. */
export type Assets = {
  readonly css: readonly string[]
  readonly js: readonly string[]
  /** The latin font file, asked for early so that words do not jump. */
  readonly fonts?: readonly string[] | undefined
  readonly icon?: string | undefined
  /** What only a page that asks for it gets. */
  readonly islands?: Readonly<Record<string, Pick<Assets, 'css' | 'js'>>> | undefined
}

type ShownPromise = {
  readonly level: string
  readonly sentence: string
  readonly href: string
  /** That less is promised than was before. */
  readonly lowered?: string | undefined
}

export type PageShellProps = {
  readonly lang: string
  readonly dir: 'ltr' | 'rtl'
  /** The page's own title; the jurisdiction's name follows it. On a page with errors begin it with "Error:". */
  readonly title: string
  readonly frame: Frame
  /** From the top down; the last is this page. */
  readonly crumbs?: readonly Crumb[] | undefined
  readonly body: Child
  /** Room for tables, maps and drafts. */
  readonly wide?: boolean | undefined
  /** The home of a jurisdiction: its title stands on the skyline. */
  readonly isHome?: boolean | undefined
  readonly assets: Assets
  /** The one of `assets.islands` this page asks for. */
  readonly island?: string | undefined
  readonly formToken: string
  /** What was promised in the case this page belongs to, on every page of it. */
  readonly promise?: ShownPromise | undefined
  /** What the reader has just done, and what happens next. */
  readonly done?: DoneNoteProps | undefined
}

/** The whole document around one page. */
export function PageShell({
  lang,
  dir,
  title,
  frame,
  crumbs = [],
  body,
  wide,
  isHome,
  assets,
  island,
  formToken,
  promise,
  done,
}: PageShellProps) {
  return (
    <FormToken.Provider value={formToken}>
      <FieldWordsContext.Provider value={frame.words}>
        {raw('<!doctype html>\n')}
        <html lang={lang} dir={dir} data-color-scheme="auto" data-color="neutral">
          <DocumentHead
            title={`${title} – ${frame.jurisdiction.name}`}
            frame={frame}
            assets={withIsland(assets, island)}
          />
          <body class={isHome ? 'fm is-home' : 'fm'}>
            <a class="fm-skip" href="#main">
              {frame.words.skip}
            </a>
            <Header frame={frame} />
            {crumbs.length > 1 ? <Crumbs crumbs={crumbs} label={frame.words.crumbs} /> : null}
            {promise ? (
              <aside class="fm-in fm-promised" aria-labelledby="promise-level">
                <PromiseLine>
                  <a id="promise-level" href={promise.href}>
                    {promise.level}
                  </a>
                  : {promise.sentence}
                </PromiseLine>
                {promise.lowered ? <PromiseLine icon="late">{promise.lowered}</PromiseLine> : null}
              </aside>
            ) : null}
            <main id="main" class={`fm-in fm-main${wide ? ' is-wide' : ''}`} tabindex={-1}>
              {done ? <DoneNote {...done} /> : null}
              {body}
            </main>
            <Footer frame={frame} />
          </body>
        </html>
      </FieldWordsContext.Provider>
    </FormToken.Provider>
  )
}

/** Its styles come before the place's own theme, which is last. */
function withIsland(assets: Assets, name: string | undefined): Assets {
  const island = name === undefined ? undefined : assets.islands?.[name]
  if (!island) return assets
  return { ...assets, css: [...island.css, ...assets.css], js: [...assets.js, ...island.js] }
}

function DocumentHead({ title, frame, assets }: Pick<PageShellProps, 'title' | 'frame' | 'assets'>) {
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="format-detection" content="telephone=no" />
      <title>{title}</title>
      {assets.fonts?.map((href) => (
        <link rel="preload" href={href} as="font" type="font/woff2" crossorigin="anonymous" />
      ))}
      {assets.css.map((href) => (
        <link rel="stylesheet" href={href} />
      ))}
      {assets.icon ? <link rel="icon" href={assets.icon} type="image/svg+xml" /> : null}
      {frame.languages.length > 1
        ? frame.languages.map(({ lang, href }) => <link rel="alternate" hreflang={lang} href={href} />)
        : null}
      {assets.js.map((src) => (
        <script type="module" src={src}></script>
      ))}
    </head>
  )
}
