import type { Child } from 'hono/jsx'

export type SaidProps = { readonly lang: string | undefined; readonly children: Child }

/** What a person wrote, within the words of the page: in her language, whatever the page's is; 'und' where nobody knows it. */
export function Said({ lang, children }: SaidProps) {
  return (
    <span lang={lang === 'und' ? undefined : lang} dir="auto">
      {children}
    </span>
  )
}

/** Stands in a sentence of the page where a person's words go. */
export const saidHere = '\uE000'

export type SentenceProps = {
  /** Finished words with `saidHere` in them. */
  readonly text: string
  /** The person's words, as `<Said>`. */
  readonly children: Child
}

/** A sentence of the page with a person's words in it: "Answer from Dora: …". */
export function Sentence({ text, children }: SentenceProps) {
  const [before = '', ...after] = text.split(saidHere)
  return (
    <>
      {before}
      {children}
      {after.join('')}
    </>
  )
}

/** Several such words as a list in the language of the page: "pupils, parents and the cyclists' association". */
export function SaidList({ lang, all }: { readonly lang: string; readonly all: readonly SaidProps[] }) {
  const format = new Intl.ListFormat(lang, { type: 'conjunction' })
  return (
    <>
      {format.formatToParts(all.map((_, at) => String(at))).map(({ type, value }) => {
        const one = type === 'element' ? all[Number(value)] : undefined
        return one ? <Said lang={one.lang}>{one.children}</Said> : value
      })}
    </>
  )
}
