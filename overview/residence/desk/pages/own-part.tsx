import type { Reader } from '../../../../platform/http/index.ts'
import type { DeskNumber } from '../../../../platform/identity/residence/index.ts'
import { Button, Form, Note, Prose, Section } from '../../../../ui/index.ts'
import { deskWords } from '../messages/words.ts'

export type OwnPartProps = {
  readonly reader: Reader
  readonly number: DeskNumber | undefined
  readonly isWaiting: boolean
  /** Where somebody goes or calls, as the place says it. */
  readonly offlineRoute: string
}

/** On her own page: the number she says at a desk, or that it waits for a second one of staff. */
export function OwnPart({ reader, number, isWaiting, offlineRoute }: OwnPartProps) {
  const say = deskWords.say(reader.lang)
  return (
    <Section id="desk" title={say('own.title')} lead={isWaiting ? undefined : say('own.lead')}>
      {isWaiting ? (
        <Note icon="clock">
          <p>{say('own.waiting')}</p>
          <p>{say('own.waiting-text')}</p>
        </Note>
      ) : (
        <>
          {number ? (
            <Note icon="info">
              <p class="fm-h-mid">{say('own.number', { number: spaced(number.number) })}</p>
              <p>{say('own.until', { hour: reader.time.hour(number.endsAt) })}</p>
            </Note>
          ) : null}
          <Form action={reader.to('residence.show-number')} labelledBy="desk">
            <Button variant="secondary">{say(number ? 'own.again' : 'own.button')}</Button>
          </Form>
          {offlineRoute ? <Prose text={offlineRoute} /> : null}
        </>
      )}
    </Section>
  )
}

/** As it is said: three and three. */
function spaced(number: number): string {
  return String(number).replace(/^(...)/, '$1 ')
}
