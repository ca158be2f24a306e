import type { Id } from '@folkmoot/basics/ids.ts'
import { choices } from '@folkmoot/tally/tally.ts'
import type { Reader } from '../../../../platform/http/index.ts'
import type { Tombstone } from '../../../../platform/moderation/index.ts'
import {
  Button,
  Details,
  Form,
  List,
  Note,
  PersonChip,
  Prose,
  Radios,
  Row,
  Section,
  Small,
  TextArea,
  type Errors,
  type Typed,
} from '../../../../ui/index.ts'
import { HiddenText, ReportThis } from '../../../meeting/index.ts'
import { opinionWords } from '../../messages/words.ts'
import type { Statement } from '../../store.ts'
import type { SayPosition } from '../messages/words.ts'
import { longestReason, mostRevisions, nearMostRevisions } from '../rules.ts'
import { lastOf, type Position, type Revision } from '../position.ts'
import { ChoiceTag, personOf, type Politicians } from './people.tsx'

export type PositionsPartProps = {
  readonly reader: Reader
  readonly say: SayPosition
  readonly slug: string
  readonly statement: Pick<Statement, 'number'>
  /** None while the reader may not see them. */
  readonly positions: readonly Position[]
  readonly people: Politicians
  readonly stones: ReadonlyMap<Id, Tombstone>
  /** Of the politician who reads. */
  readonly own: Position | undefined
  readonly mayRead: boolean
  /** Who cannot vote here reads it at the close. */
  readonly mayVote: boolean
  readonly closesAt: Temporal.Instant
  readonly mayTake: boolean
  readonly isClosed: boolean
  readonly errors: Errors
  readonly typed: Typed
}

/** What politicians say of a statement, by name; who has not said anything herself reads it afterwards. */
export function PositionsPart(props: PositionsPartProps) {
  const { reader, say, slug, positions, mayRead } = props
  return (
    <Section
      id="positions"
      title={say('part.title')}
      size="mid"
      more={{ href: reader.to('opinion.positions', { problem: slug }), text: say('part.more') }}
    >
      {mayRead ? null : <p class="fm-muted">{laterOf(props)}</p>}
      {mayRead && positions.length === 0 ? <p class="fm-muted">{say('part.none')}</p> : null}
      {positions.map((position) => (
        <OnePosition {...props} position={position} />
      ))}
      {props.mayTake ? <Take {...props} /> : null}
    </Section>
  )
}

function laterOf({ reader, say, mayVote, closesAt }: PositionsPartProps): string {
  return mayVote ? say('part.later') : say('part.later-others', { deadline: reader.time.deadline(closesAt) })
}

function OnePosition(props: PositionsPartProps & { readonly position: Position }) {
  const { reader, say, people, stones, own, position } = props
  const politician = people.get(position.person)
  if (!politician) return null
  const stone = stones.get(position.id)
  const last = lastOf(position)
  const earlier = position.revisions.slice(0, -1).toReversed()
  return (
    <article class="fm-stack fm-stack--2" id={`position-${position.id.slice(-8)}`}>
      <PersonChip {...personOf(reader, politician)} size="s" />
      <Stand {...{ reader, say, revision: last }} />
      {stone ? <HiddenText reader={reader} stone={stone} /> : null}
      {last.reason && !stone ? <Prose text={last.reason} lang={last.language} /> : null}
      {earlier.length > 0 ? (
        <Details summary={say('part.before', { count: earlier.length })}>
          <List
            items={earlier.map((revision) => (
              <div class="fm-stack fm-stack--2">
                <Stand {...{ reader, say, revision }} />
                {revision.reason && !stone ? (
                  <Prose text={revision.reason} lang={revision.language} size="small" />
                ) : null}
              </div>
            ))}
          />
        </Details>
      ) : null}
      {stone || position.id === own?.id ? null : (
        <ReportThis
          reader={reader}
          thing={{ kind: 'statement-position', id: position.id }}
          about={say('part.of', { politician: politician.name })}
        />
      )}
    </article>
  )
}

type StandProps = Pick<PositionsPartProps, 'reader' | 'say'> & { readonly revision: Revision }

function Stand({ reader, say, revision }: StandProps) {
  const day = reader.time.day(revision.at)
  return (
    <Row>
      <ChoiceTag lang={reader.lang} choice={revision.choice} />
      <span class="fm-mini">{say(revision.isAfterClose ? 'part.since-after' : 'part.since', { day })}</span>
    </Row>
  )
}

function Take(props: PositionsPartProps) {
  const { say, own, errors } = props
  if (!own) return <TakeForm {...props} title={say('take.title')} />
  // What was typed stays, however often she has said something.
  if (own.revisions.length >= mostRevisions && errors.length === 0)
    return <Small>{say('refused.changed-enough')}</Small>
  return (
    <Details summary={say('take.change')} isOpen={errors.length > 0}>
      <TakeForm {...props} title={say('take.change')} />
    </Details>
  )
}

function TakeForm(props: PositionsPartProps & { readonly title: string }) {
  const { reader, say, slug, statement, own, isClosed, typed, errors, title } = props
  const hint = opinionWords.say(reader.lang)
  const last = own && lastOf(own)
  const taken = own?.revisions.length ?? 0
  return (
    <Form action={reader.to('opinion.take-position', { problem: slug, number: statement.number })} label={title}>
      <Note icon="locked">
        <p>
          <strong>{say('take.public')}</strong> {say('take.secret')}
        </p>
        {isClosed ? <p>{say('take.closed')}</p> : null}
      </Note>
      <Radios
        name="position"
        label={own ? title : say('take.title')}
        options={choices.map((choice) => ({ value: choice, label: hint(`choice.${choice}`) }))}
        value={last?.choice}
        required
        {...{ typed, errors }}
      />
      <TextArea
        name="reason"
        label={say('take.reason')}
        help={say('take.reason-help')}
        rows={3}
        maxLength={longestReason}
        {...{ typed, errors }}
      />
      <Button variant="secondary">{say(own ? 'take.send-change' : 'take.send')}</Button>
      <Small>{say('take.kept')}</Small>
      {taken >= nearMostRevisions ? <Small>{say('take.near-most', { taken, most: mostRevisions })}</Small> : null}
    </Form>
  )
}
