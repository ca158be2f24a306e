import type { Reader } from '../../../../platform/http/index.ts'
import { Button, Checkboxes, Form, Note, Section } from '../../../../ui/index.ts'
import { homesWords } from '../messages/words.ts'

/** Somebody who gave an address that others gave too. */
export type Sharing = { readonly number: number; readonly name: string; readonly livesThere: boolean | null }

export type HomesProps = {
  readonly reader: Reader
  readonly slug: string
  /** Those of one address together. */
  readonly shared: readonly (readonly Sharing[])[]
  readonly mayLookUp: boolean
}

/** Who gave the same address, for the clerk to look up; whoever chooses reads that she has to wait for it. */
export function Homes({ reader, slug, shared, mayLookUp }: HomesProps) {
  if (shared.length === 0) return null
  const say = homesWords.say(reader.lang)
  if (!mayLookUp) {
    const isWaiting = shared.flat().some(({ livesThere }) => livesThere === null)
    return isWaiting ? (
      <Note icon="info">
        <p>{say('staff')}</p>
      </Note>
    ) : null
  }
  return (
    <Section id="homes" title={say('title')} lead={say('lead')}>
      {shared.map((ones, at) => (
        <Form action={reader.to('arena.look-up-home', { problem: slug })} labelledBy="homes">
          {ones.map(({ number }) => (
            <input type="hidden" name="seen" value={String(number)} />
          ))}
          <Checkboxes
            name="living"
            within={`home-${at + 1}`}
            label={say('living')}
            isUnmarked
            help={say('living-help')}
            values={ones.flatMap(({ number, livesThere }) => (livesThere ? [String(number)] : []))}
            options={ones.map(({ number, name, livesThere }) => ({
              value: String(number),
              label: say('one', { number, name }),
              help: say(livesThere === null ? 'waits' : 'looked-up'),
            }))}
          />
          <Button variant="secondary">{say('send')}</Button>
        </Form>
      ))}
    </Section>
  )
}
