import type { Choice } from '@folkmoot/tally/tally.ts'
import type { Reader } from '../../../platform/http/index.ts'
import { Beads, Button, ButtonLink, Empty, Form, HiddenField, Undo, type StatementRoom } from '../../../ui/index.ts'
import type { SayOpinion } from '../messages/words.ts'
import type { SaidAlike } from '../said-alike.ts'
import type { Consultation, Statement } from '../store.ts'
import { AllStatements } from './all-statements.tsx'
import { AnswerForm } from './answer-form.tsx'
import { AllAnswered } from './all-answered.tsx'
import { StandingLine, type Standing } from './standing.tsx'

export type Answered = { readonly statement: Statement; readonly choice: Choice }

export type VotePartProps = {
  readonly reader: Reader
  readonly say: SayOpinion
  readonly slug: string
  readonly consultation: Consultation | undefined
  readonly isOpen: boolean
  readonly isInvited: boolean
  /** Her sign-in proved as much as is asked for here. */
  readonly isProven: boolean
  readonly waysToProve: readonly { readonly label: string; readonly action: string }[]
  /** All that can be voted on. */
  /** What is asked: of those in nearly the same words the oldest. */
  readonly statements: readonly Statement[]
  /** The same, each with those that say nearly the same. */
  readonly alike: readonly SaidAlike[]
  readonly mine: ReadonlyMap<string, Choice>
  readonly next: Statement | undefined
  /** What she has just answered. */
  readonly last: Answered | undefined
  /** An answer she has come back to. */
  readonly changing: Answered | undefined
  readonly standing: Standing | undefined
  /** She comes from another statement: the focus goes to what is new. */
  readonly isArriving: boolean
}

/** The part of the page that changes with every vote. */
export const votePart = 'vote'

export function VotePart(props: VotePartProps) {
  return (
    <div class="fm-vote" id={votePart} hx-history-elt>
      <Middle {...props} />
      <LastAnswer {...props} />
      <StandingLine {...props} />
      <Rules {...props} />
      {props.next === undefined && !props.changing ? <AllStatements {...props} /> : null}
    </div>
  )
}

function Middle(props: VotePartProps) {
  const { reader, say, consultation, isOpen, isInvited, statements, next, changing, slug } = props
  if (!consultation) return <NotOpen {...props} />
  if (!isOpen) {
    return (
      <Empty
        level={2}
        title={say('vote.closed')}
        action={<ButtonLink href={reader.to('opinion.results', { problem: slug })}>{say('link.results')}</ButtonLink>}
      >
        {say('vote.closed-next', { deadline: reader.time.deadline(closedFrom(consultation)) })}
      </Empty>
    )
  }
  if (!isInvited) return <Uninvited {...props} />
  if (!props.isProven) return <Unproven {...props} />
  if (changing) return <Changing {...props} changing={changing} />
  if (statements.length === 0) return <NoStatement {...props} />
  if (!next) return <AllAnswered {...props} />
  return (
    <div class="fm-stack fm-stack--6">
      <Progress {...props} />
      <Card {...props} statement={next} />
    </div>
  )
}

/** From when no vote counted any more: its day, or the earlier instant at which the group closed it. */
export function closedFrom({ closedAt, closesAt }: Pick<Consultation, 'closedAt' | 'closesAt'>): Temporal.Instant {
  return closedAt && Temporal.Instant.compare(closedAt, closesAt) < 0 ? closedAt : closesAt
}

type CardProps = VotePartProps & { readonly statement: Statement; readonly chosen?: Choice }

function Card({ reader, say, slug, statements, statement, chosen, last, isArriving }: CardProps) {
  return (
    <AnswerForm
      {...{ reader, say, slug, statement, chosen }}
      by={
        statement.isSeed
          ? say('statement.by-seed')
          : say('vote.by-hidden', { day: reader.time.day(statement.writtenAt) })
      }
      following={{
        swap: votePart,
        // At the first one nothing has stood anywhere yet: its answers come as high up as they can.
        room: roomFor(isArriving ? statements : [statement]),
        arriving: {
          labelledBy: 'where statement',
          describedBy: last && !chosen ? 'last' : undefined,
          isNow: isArriving,
        },
      }}
    />
  )
}

/** For the longest one, so that none moves what stands below it. */
function roomFor(statements: readonly Statement[]): StatementRoom {
  const longest = Math.max(0, ...statements.map(({ text }) => text.length))
  return longest <= 70 ? 'short' : longest <= 130 ? 'middle' : 'long'
}

// Twenty statements take about five minutes.
const statementsPerMinute = 4
const mostBeads = 40

function Progress({ say, statements, mine }: VotePartProps) {
  const of = statements.length
  const answered = statements.filter(({ id }) => mine.has(id)).length
  const minutes = Math.max(1, Math.ceil((of - answered) / statementsPerMinute))
  return (
    <div class="fm-stack fm-stack--2">
      <p class="fm-mini">
        <strong class="fm-ink" id="where">
          {say('vote.where', { number: answered + 1, of })}
        </strong>
        , {say('vote.left', { minutes })}
      </p>
      {of <= mostBeads ? <Beads label={say('vote.done-of', { done: answered, of })} done={answered} of={of} /> : null}
    </div>
  )
}

function Changing(props: VotePartProps & { readonly changing: Answered }) {
  const { reader, say, slug, changing } = props
  const back = `${reader.to('opinion.statements', { problem: slug })}?after=${changing.statement.number}`
  return (
    <div class="fm-stack fm-stack--6">
      <p class="fm-mini">
        <strong class="fm-ink" id="where">
          {say('vote.changing', { choice: changing.choice })}
        </strong>
      </p>
      <Card {...props} statement={changing.statement} chosen={changing.choice} />
      <p>
        <ButtonLink href={back} swap={votePart} variant="tertiary" size="sm" icon="undo">
          {say('vote.keep')}
        </ButtonLink>
      </p>
    </div>
  )
}

/** What is the same for all statements stands under them: a phone shows the statement first. */
function Rules({ reader, say, consultation, next, changing }: VotePartProps) {
  if (!consultation || (!next && !changing)) return null
  const { closesAt } = consultation
  return (
    <p class="fm-mini">
      {say('vote.lead')}{' '}
      {say('vote.until', { left: reader.time.left(closesAt), deadline: reader.time.deadline(closesAt) })}.
    </p>
  )
}

function NotOpen({ reader, say, slug }: VotePartProps) {
  return (
    <Empty
      level={2}
      title={say('vote.not-open')}
      action={
        <>
          <ButtonLink href={reader.to('draft.ideas', { problem: slug })}>{say('vote.not-open-write')}</ButtonLink>
          <ButtonLink href={reader.to('journey', { problem: slug })} variant="secondary">
            {say('vote.not-open-follow')}
          </ButtonLink>
        </>
      }
    >
      {say('vote.not-open-next')}
    </Empty>
  )
}

function Uninvited({ reader, say }: VotePartProps) {
  const isHere = reader.actor.account !== null
  return (
    <Empty
      level={2}
      title={say(isHere ? 'vote.not-invited' : 'vote.sign-in')}
      action={isHere ? undefined : <ButtonLink href={reader.to('sign-in')}>{say('vote.sign-in')}</ButtonLink>}
    >
      {say(isHere ? 'vote.not-invited-next' : 'vote.sign-in-next')}
    </Empty>
  )
}

/** Before she votes and not after: what is asked for, why, and the way to it. */
function Unproven({ reader, say, slug, waysToProve }: VotePartProps) {
  const back = reader.to('opinion.statements', { problem: slug })
  return (
    <Empty
      level={2}
      title={say('vote.prove')}
      action={waysToProve.map(({ label, action }) => (
        <Form action={action} shape="inline">
          <HiddenField name="purpose" value="sign-in" />
          <HiddenField name="next" value={back} />
          <Button>{say('vote.prove-with', { label })}</Button>
        </Form>
      ))}
    >
      {say('vote.prove-next')}
    </Empty>
  )
}

function NoStatement({ reader, say, slug }: VotePartProps) {
  return (
    <Empty
      level={2}
      title={say('vote.none')}
      action={<ButtonLink href={reader.to('opinion.new', { problem: slug })}>{say('link.new')}</ButtonLink>}
    >
      {say('vote.none-next')}
    </Empty>
  )
}

function LastAnswer({ reader, say, slug, last }: VotePartProps) {
  if (!last) return null
  const href = `${reader.to('opinion.statements', { problem: slug })}?change=${last.statement.number}`
  return (
    <Undo
      id="last"
      words={say('vote.last', { choice: last.choice, text: last.statement.text })}
      undo={
        <ButtonLink href={href} swap={votePart} variant="tertiary" size="sm" icon="undo">
          {say('vote.undo')}
        </ButtonLink>
      }
    />
  )
}
