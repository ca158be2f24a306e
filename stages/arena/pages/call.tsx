import { ButtonLink, Clock, Panel, StateTag } from '../../../ui/index.ts'
import { freeSeatsByWay } from '../acceptances/vacancy-rules.ts'
import type { Arena } from '../arena.ts'
import { callsWords } from '../calls/messages/words.ts'
import { openedFor } from '../calls/pages/call-again.tsx'
import type { PeoplePageProps } from './props.ts'

/** Below this many, a number of people says too much about each. */
export const fewestShown = 5

const soonDays = 3

/** How far the forming of the group is, and what this reader can do about it: before any scrolling. */
export function Call(props: PeoplePageProps) {
  const { say, reader, arena, isOpen } = props
  if (!arena.isMandateAdopted) return null
  const acts = actsOf(props)
  const again = openedFor(callsWords.say(reader.lang), arena, isOpen)
  return (
    <Panel>
      {isOpen && arena.call ? <OpenClock {...props} closesAt={arena.call.closesAt} /> : <State {...props} />}
      {arena.call && !isOpen ? (
        <p class="fm-small">{closedLine(props, reader.time.day(closedAt(arena.call, arena.confirmation)))}</p>
      ) : null}
      {again ? <p class="fm-small">{again}</p> : null}
      {arena.confirmation?.exception ? (
        <p class="fm-small">{say('page.exception', { reason: arena.confirmation.exception })}</p>
      ) : null}
      {acts.length > 0 ? <div class="fm-act">{acts}</div> : null}
    </Panel>
  )
}

function OpenClock({ say, reader, closesAt }: PeoplePageProps & { readonly closesAt: Temporal.Instant }) {
  const days = reader.time.daysLeft(closesAt)
  return (
    <Clock
      state={days === 0 ? 'today' : days <= soonDays ? 'soon' : 'ok'}
      number={String(days)}
      words={say('page.call-open', { left: reader.time.left(closesAt) })}
      date={say('page.call-until', { deadline: reader.time.deadline(closesAt) })}
    />
  )
}

function State({ say, reader, arena, waits }: PeoplePageProps) {
  const seated = (kind: 'politician' | 'citizen'): number => arena.seats.filter((seat) => seat.kind === kind).length
  if (arena.confirmation) {
    return (
      <div class="fm-row">
        <StateTag icon="agree" color="success">
          {say('page.confirmed', { day: reader.time.day(arena.confirmation.confirmedAt) })}
        </StateTag>
        <span>{say('journey.seats', { politicians: seated('politician'), citizens: seated('citizen') })}</span>
      </div>
    )
  }
  return (
    <p>
      <StateTag icon={arena.call ? 'now' : 'empty'} color={arena.call ? 'brand1' : 'neutral'}>
        {say(stateOf({ arena, waits }))}
      </StateTag>
    </p>
  )
}

/** Politicians choose, dice draw, or both; then those who were offered a seat answer, and the group is confirmed. */
function stateOf({ arena, waits }: Pick<PeoplePageProps, 'arena' | 'waits'>) {
  if (arena.call === null) return 'page.state-no-call'
  const { chosen, drawn } = freeSeatsByWay(arena.filling)
  const [isChoosing, isDrawing] = [waits.choice + chosen > 0, waits.draw + drawn > 0]
  if (isChoosing) return isDrawing ? 'page.state-both' : 'page.state-choosing'
  if (isDrawing) return 'page.state-drawing'
  return arena.asked.length > 0 ? 'page.state-asked' : 'page.state-confirm'
}

function actsOf({ say, reader, problem, isOpen, isAsked, mine, waits, may }: PeoplePageProps) {
  const slug = { problem: problem.slug }
  return [
    isAsked ? <ButtonLink href={reader.to('arena.offer', slug)}>{say('page.to-offer')}</ButtonLink> : null,
    isOpen && may.apply && !mine ? (
      <ButtonLink href={reader.to('arena.application', slug)}>{say('page.apply')}</ButtonLink>
    ) : null,
    mine ? (
      <ButtonLink href={reader.to('arena.application', slug)} variant="secondary">
        {say('page.my-application')}
      </ButtonLink>
    ) : null,
    may.readApplications ? (
      <ButtonLink
        href={reader.to('arena.applications', slug)}
        variant={may.lead && waits.choice > 0 ? 'primary' : 'secondary'}
      >
        {may.lead && waits.choice > 0
          ? say('page.answer-applications', { count: waits.choice })
          : say('page.applications')}
      </ButtonLink>
    ) : null,
  ].filter((act) => act !== null)
}

/** A group confirmed before its call was due to close has closed it. */
function closedAt(
  { closesAt }: { readonly closesAt: Temporal.Instant },
  confirmation: Arena['confirmation'],
): Temporal.Instant {
  const confirmedAt = confirmation?.confirmedAt
  return confirmedAt && Temporal.Instant.compare(confirmedAt, closesAt) < 0 ? confirmedAt : closesAt
}

/** A total beside a single withheld number would give that number away. */
function closedLine({ say, appliedFor, applicationCount: count }: PeoplePageProps, day: string): string {
  if (count < fewestShown) return say('page.call-closed-few', { day })
  const isOneWithheld = [...appliedFor.values()].some((same) => same.length < fewestShown)
  return isOneWithheld ? say('page.call-closed-some', { day }) : say('page.call-closed', { day, count })
}
