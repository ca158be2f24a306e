import type { Child } from 'hono/jsx'

export type ProseProps = {
  readonly text: string
  readonly lang?: string | undefined
  readonly size?: 'small' | undefined
}

/** What a person typed: paragraphs, line breaks, and links that open what they say. Everything else stays text. */
export function Prose({ text, lang, size }: ProseProps) {
  const paragraphs = text
    .replaceAll('\r\n', '\n')
    .split(/\n{2,}/)
    .map((part) => part.trim())
    .filter(Boolean)
  return (
    <div class={size ? 'fm-prose fm-small' : 'fm-prose'} lang={lang === 'und' ? undefined : lang} dir="auto">
      {paragraphs.map((paragraph) => (
        <p>{lines(paragraph)}</p>
      ))}
    </div>
  )
}

function lines(paragraph: string): Child[] {
  return paragraph.split('\n').flatMap((line, i) => (i === 0 ? linked(line) : [<br />, ...linked(line)]))
}

/** One line of such words within other text, such as a source. */
export function Linked({ text }: { readonly text: string }) {
  return <>{linked(text)}</>
}

// Sentence marks at the end of an address belong to the sentence, but a bracket that was opened in it is closed in it.
const address = /https?:\/\/(?:[^\s<>"()]|\([^\s<>"()]*\))*(?:[^\s<>"'.,;:!?()\]}»”’]|\([^\s<>"()]*\))/giu

function linked(line: string): Child[] {
  const found = [...line.matchAll(address)].filter(([url]) => URL.canParse(url))
  const parts: Child[] = []
  let from = 0
  for (const match of found) {
    parts.push(line.slice(from, match.index))
    parts.push(
      <a href={match[0]} rel="nofollow noopener noreferrer ugc">
        {match[0]}
      </a>,
    )
    from = match.index + match[0].length
  }
  return [...parts, line.slice(from)]
}
