import type { Id } from '@folkmoot/basics/ids.ts'
import { Button, Checkbox, DateField, Form, Note, Section, Select, TextArea } from '../../../ui/index.ts'
import { freeSeats } from '../acceptances/vacancy-rules.ts'
import { CallAgain } from '../calls/pages/call-again.tsx'
import { wordsFor } from './missing-list.tsx'
import type { PeoplePageProps } from './props.ts'
import { workloadWords } from '../workload/messages/words.ts'

/** What only the politicians who lead the case do here: open the call, seat politicians, confirm the group. */
export function LeaderForms(props: PeoplePageProps) {
  const { arena } = props
  if (!arena.isMandateAdopted) return null
  // Once the group has begun, only a seat that is free is given.
  if (arena.isConfirmed) return freeSeats(arena.filling, 'politician') === 0 ? null : <SeatPolitician {...props} />
  return (
    <>
      {arena.call || !arena.setUp?.confirmedAt ? null : <OpenCall {...props} />}
      <CallAgain {...props} />
      {freeSeats(arena.filling, 'politician') === 0 ? null : <SeatPolitician {...props} />}
      {arena.seats.length > 0 ? <Confirm {...props} /> : null}
    </>
  )
}

function OpenCall({ say, reader, problem, errors, typed }: PeoplePageProps) {
  return (
    <Section id="open-call" title={say('call.title')} lead={say('call.lead')}>
      <Form action={reader.to('arena.open-call', { problem: problem.slug })} labelledBy="open-call">
        <DateField
          name="until"
          label={say('call.until')}
          help={say('call.until-help')}
          required
          typed={typed}
          errors={errors}
        />
        <Button>{say('call.send')}</Button>
      </Form>
    </Section>
  )
}

function SeatPolitician({ say, reader, problem, arena, candidates, workload, errors, typed }: PeoplePageProps) {
  const kept = { typed, errors }
  const sayLoad = workloadWords.say(reader.lang)
  const most = workload.limits.politicians
  const countOf = (id: Id<'person'>): number =>
    (workload.groups.get(id) ?? []).filter((one) => one !== problem.id).length
  const options = candidates.map(({ id, name, party }) => {
    const label = party ? `${name}, ${party}` : name
    return { value: id, label: countOf(id) === 0 ? label : sayLoad('seat.in', { name: label, count: countOf(id) }) }
  })
  return (
    <Section id="seat-politician" title={say('seat.title')}>
      <Form action={reader.to('arena.seat-politician', { problem: problem.slug })} labelledBy="seat-politician">
        <Select name="person" label={say('seat.who')} none={say('seat.none')} options={options} required {...kept} />
        <TextArea name="reason" label={say('seat.reason')} rows={2} maxLength={1000} required {...kept} />
        {candidates.some(({ id }) => countOf(id) >= most) ? (
          <TextArea
            name="overLimit"
            label={sayLoad('seat.over', { most })}
            help={sayLoad('seat.over-help')}
            rows={2}
            maxLength={500}
            {...kept}
          />
        ) : null}
        {[...arena.seats, ...arena.asked].some(({ isChair }) => isChair) ? null : (
          <Checkbox name="chair" label={say('seat.chair')} {...kept} />
        )}
        <Button>{say('seat.send')}</Button>
      </Form>
    </Section>
  )
}

/** Offered when nothing stands in its way; else it says what does. */
function Confirm(props: PeoplePageProps) {
  const { say, reader, problem, arena, waitingCount, waits, errors, typed } = props
  const hasChair = arena.seats.some((seat) => seat.isChair)
  const asked = arena.asked.length
  if (!hasChair || asked > 0) {
    return (
      <Section id="confirm" title={say('confirm.title')} lead={say('confirm.first')}>
        <ul>
          {hasChair ? null : <li>{say('confirm.first-chair')}</li>}
          {asked > 0 ? <li>{say('confirm.first-offers', { count: asked })}</li> : null}
          {waits.choice > 0 ? <li>{say('confirm.first-answers', { count: waits.choice })}</li> : null}
          {waits.draw > 0 ? <li>{say('confirm.first-draw')}</li> : null}
        </ul>
      </Section>
    )
  }
  return (
    <Section id="confirm" title={say('confirm.title')} lead={say('confirm.lead')}>
      <Form action={reader.to('arena.confirm', { problem: problem.slug })} labelledBy="confirm">
        {arena.missing.length > 0 ? (
          <>
            <Note icon="info">
              <p>{say('confirm.missing')}</p>
              <ul>
                {arena.missing.map((missing) => (
                  <li>{wordsFor(props, missing)}</li>
                ))}
              </ul>
            </Note>
            <TextArea
              name="exception"
              label={say('confirm.exception')}
              help={say('confirm.exception-help')}
              rows={2}
              maxLength={1000}
              required
              typed={typed}
              errors={errors}
            />
          </>
        ) : null}
        {waitingCount > 0 ? (
          <TextArea
            name="toTheRest"
            label={say('confirm.to-the-rest', { count: waitingCount })}
            help={say('confirm.to-the-rest-help')}
            rows={2}
            maxLength={1000}
            required
            typed={typed}
            errors={errors}
          />
        ) : null}
        <Button>{say('confirm.send')}</Button>
      </Form>
    </Section>
  )
}
