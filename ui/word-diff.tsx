import type { Child } from 'hono/jsx'

/** A stretch of text and what became of it. */
export type DiffPart = { readonly kind: 'same' | 'out' | 'in'; readonly text: string }

export type WordDiffProps = { readonly parts: readonly DiffPart[]; readonly lang?: string | undefined }

/** One text with what was taken out and put in; marked by line as well as by colour. */
export function WordDiff({ parts, lang }: WordDiffProps) {
  return (
    <p class="fm-worddiff" lang={lang}>
      {parts.map(({ kind, text }, at) => {
        if (kind === 'same') return text
        const mark = kind === 'out' ? <del>{text}</del> : <ins>{text}</ins>
        return isJoined(parts[at - 1], text) ? <> {mark}</> : mark
      })}
    </p>
  )
}

/** "5" taken out and "1" put in would be read as "51". */
function isJoined(before: DiffPart | undefined, text: string): boolean {
  return before !== undefined && before.kind !== 'same' && !/\s$/u.test(before.text) && !/^\s/u.test(text)
}

export type DiffPairProps = {
  readonly parts: readonly DiffPart[]
  /** "You recommended" */
  readonly before: string
  /** "The council decided" */
  readonly after: string
  readonly words: DiffKeyProps
}

/** Original and amended side by side. */
export function DiffPair({ parts, before, after, words }: DiffPairProps) {
  return (
    <div class="fm-stack fm-stack--2">
      <div class="fm-diff">
        <Side title={before}>
          <WordDiff parts={parts.filter((part) => part.kind !== 'in')} />
        </Side>
        <Side title={after}>
          <WordDiff parts={parts.filter((part) => part.kind !== 'out')} />
        </Side>
      </div>
      <DiffKey {...words} />
    </div>
  )
}

function Side({ title, children }: { readonly title: string; readonly children: Child }) {
  return (
    <div>
      <p class="fm-diff__h">{title}</p>
      {children}
    </div>
  )
}

export type DiffKeyProps = {
  readonly struck: string
  readonly takenOut: string
  readonly underlined: string
  readonly putIn: string
}

/** What the marks mean: "struck through" taken out, "underlined" put in. */
export function DiffKey({ struck, takenOut, underlined, putIn }: DiffKeyProps) {
  return (
    <p class="fm-key">
      <span>
        <del class="fm-mini">{struck}</del> {takenOut}
      </span>
      <span>
        <ins class="fm-mini">{underlined}</ins> {putIn}
      </span>
    </p>
  )
}
