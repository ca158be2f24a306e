import { Prose } from '../../ui/index.ts'
import { Message, type MessageProps } from './message.tsx'

export type TooManyProps = {
  readonly words: { readonly title: string; readonly text: string; readonly typed: string }
  /** The texts of the form, which no page would bring back. */
  readonly typed: readonly string[]
  readonly home: MessageProps['home']
}

/** Says how long to wait, and gives back what was written. */
export function TooManyPage({ words, typed, home }: TooManyProps) {
  return (
    <>
      <Message title={words.title} text={words.text} home={home} />
      {typed.length > 0 && (
        <section class="fm-panel fm-stack">
          <h2 class="fm-h-mid">{words.typed}</h2>
          {typed.map((text) => (
            <Prose text={text} />
          ))}
        </section>
      )}
    </>
  )
}
