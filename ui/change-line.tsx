import { Heading, type Level } from './heading.tsx'

export type Hop = { readonly text: string; readonly href?: string | undefined }

export type ChangeLineProps = {
  readonly title: string
  /** From what people said to what came of it; the last is the outcome. */
  readonly hops: readonly Hop[]
  readonly level?: Level | undefined
}

/** A thread in one line: "14 residents' experiences ~ recommendation 3 ~ adopted 14–5 ~ **opened in May**". */
export function ChangeLine({ title, hops, level = 3 }: ChangeLineProps) {
  return (
    <div class="fm-changed">
      <Heading level={level}>{title}</Heading>
      <ol class="fm-plain fm-oneline">
        {hops.map(({ text, href }, i) => (
          <li>
            {i > 0 ? (
              <svg class="fm-hop" viewBox="0 0 28 12" aria-hidden="true" focusable="false">
                <path d="M1 6c5-7 9 7 14 0s7-2 11 0" />
              </svg>
            ) : null}
            {href ? <a href={href}>{text}</a> : i === hops.length - 1 ? <b>{text}</b> : <span>{text}</span>}
          </li>
        ))}
      </ol>
    </div>
  )
}
