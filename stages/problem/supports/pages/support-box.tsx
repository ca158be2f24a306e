import type { Reader } from '../../../../platform/http/index.ts'
import { Button, ButtonLink, Form, GoalBar, Stack } from '../../../../ui/index.ts'
import type { Way } from '../../answers/way.ts'
import { nextRung } from '../../answers/rungs.ts'
import type { SaySupport } from '../messages/words.ts'

export type SupportBoxProps = {
  readonly reader: Reader
  readonly say: SaySupport
  readonly way: Way
}

/** How many, how many are needed, until when, and the one press. */
export function SupportBox(props: SupportBoxProps) {
  const { reader, say, way } = props
  const { agenda, state, tally, problem } = way
  const rung = nextRung(way)
  if (!agenda || !rung) return null
  const isCollecting = state === 'collecting' || way.support === 'may-support' || way.support === 'may-take-back'
  return (
    <Stack gap="2">
      <p class="fm-small">
        <strong>{countLine(props, rung.threshold)}</strong>
        {tally.paper + tally.phone > 0 ? <span class="fm-mini"> {waysLine(props)}</span> : null}
      </p>
      <GoalBar done={tally.total} goal={rung.threshold} />
      <MergedLines {...props} />
      {windowLine(props) === '' ? null : <p class="fm-small fm-muted">{windowLine(props)}</p>}
      {isCollecting ? <Press {...props} /> : null}
      {way.may.enterSignatures ? (
        <p class="fm-small">
          <a class="fm-link" href={reader.to('problem.sheet', { problem: problem.slug })}>
            {say('paper')}
          </a>
        </p>
      ) : null}
    </Stack>
  )
}

function countLine({ say, way: { tally, debts } }: SupportBoxProps, goal: number): string {
  const count = tally.total
  if (count < goal && debts.length > 0) return say('reached-next', { count, goal })
  if (count < goal) return say('count', { count, goal })
  return debts.length > 0 ? say('reached', { count }) : `${say('reached', { count })}. ${say('counting')}`
}

/** Each way that was used, counted apart. */
function waysLine({ say, way: { tally } }: SupportBoxProps): string {
  const { online, paper, phone } = tally
  return [
    say('by-channel', { online }),
    ...(paper > 0 ? [say('by-paper', { paper })] : []),
    ...(phone > 0 ? [say('by-phone', { phone })] : []),
  ].join(', ')
}

/** How many came by a merger, and from when they count: nobody should wonder where a number comes from. */
function MergedLines({ reader, say, way: { byMerger } }: SupportBoxProps) {
  if (!byMerger) return null
  const { counted, waiting, from } = byMerger
  return (
    <>
      {counted > 0 ? <p class="fm-mini">{say('by-merger', { count: counted })}</p> : null}
      {waiting > 0 ? (
        <p class="fm-mini">{say('by-merger-later', { count: waiting, date: reader.time.deadline(from) })}</p>
      ) : null}
    </>
  )
}

function windowLine({ reader, say, way: { agenda, state } }: SupportBoxProps): string {
  const closesAt = agenda?.closesAt ?? null
  const ended = agenda?.settledAt ?? (state === 'lapsed' || state === 'closed' ? closesAt : null)
  if (ended !== null) return say('over', { day: reader.time.day(ended) })
  const isOwed = state === 'owed' || state === 'late'
  // Once an answer is owed, the one day that counts is the answer's: the other must not be read as it.
  if (closesAt === null) return isOwed ? '' : say('no-end')
  if (isOwed) return say('still-until', { day: reader.time.day(closesAt) })
  return `${say('until', { date: reader.time.deadline(closesAt) })} (${reader.time.left(closesAt)}).`
}

function Press({ reader, say, way: { problem, support } }: SupportBoxProps) {
  const slug = { problem: problem.slug }
  if (support === 'may-support') {
    return (
      <Form action={reader.to('problem.support', slug)} label={say('support')}>
        <Button icon="hand">{say('support')}</Button>
        <p class="fm-mini">{say('support-help')}</p>
      </Form>
    )
  }
  if (support === 'may-take-back') {
    return (
      <Form action={reader.to('problem.take-support-back', slug)} label={say('take-back')}>
        <p class="fm-small">{say('yours')}</p>
        <Button variant="secondary" icon="undo">
          {say('take-back')}
        </Button>
      </Form>
    )
  }
  if (support === 'sign-in') {
    return (
      <p>
        <ButtonLink
          href={`${reader.to('sign-in')}?next=${encodeURIComponent(reader.to('problem.page', slug))}`}
          icon="hand"
        >
          {say('sign-in')}
        </ButtonLink>
      </p>
    )
  }
  return <p class="fm-small">{support === 'leads' ? say('leads') : say(`refused.${support}`)}</p>
}
