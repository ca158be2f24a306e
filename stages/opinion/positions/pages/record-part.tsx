import type { Reader } from '../../../../platform/http/index.ts'
import { List, Prose, Row, Section } from '../../../../ui/index.ts'
import type { SayPosition } from '../messages/words.ts'
import type { PublicPositions } from '../position.ts'
import { ChoiceTag } from './people.tsx'

/** The rest stands in the record. */
const mostHere = 10

export type RecordPartProps = PublicPositions & {
  readonly reader: Reader
  readonly say: SayPosition
  readonly name: string
  /** Who cannot vote reads all of it at the close. */
  readonly mayVote: boolean
}

/** What she says of statements people vote on: her own words, counted against nobody's. */
export function RecordPart({ reader, say, name, mayVote, said, unread }: RecordPartProps) {
  return (
    <Section
      id="statements"
      title={say('record.title', { name })}
      lead={unread > 0 ? say(mayVote ? 'record.unread' : 'record.unread-others', { unread }) : undefined}
    >
      {said.length === 0 ? null : (
        <List
          items={said.slice(0, mostHere).map((one) => (
            <div class="fm-stack fm-stack--2">
              <a href={one.href} lang={one.language}>
                {one.title}
              </a>
              <Row>
                <ChoiceTag lang={reader.lang} choice={one.choice} />
                <span class="fm-mini">
                  {say(one.isAfterClose ? 'part.since-after' : 'part.since', { day: reader.time.day(one.at) })}
                  {one.changes > 0 ? `. ${say('record.changes', { changes: one.changes })}` : ''}
                </span>
              </Row>
              {one.reason === '' ? null : <Prose text={one.reason} lang={one.reasonLanguage} size="small" />}
            </div>
          ))}
        />
      )}
    </Section>
  )
}
