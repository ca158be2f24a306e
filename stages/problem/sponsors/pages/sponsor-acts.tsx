import { Button, Details, Form, Select, TextArea } from '../../../../ui/index.ts'
import type { ProblemPageProps } from '../../pages/problem-props.ts'

/** What a sponsor can do beside leading: ask a colleague of any party, step back with a reason. */
export function SponsorActs(props: ProblemPageProps) {
  if (!props.isSponsor || props.problem.source !== null) return null
  return (
    <div class="fm-stack">
      <Asked {...props} />
      {props.colleagues.length > 0 ? <InviteForm {...props} /> : null}
      <LeaveForm {...props} />
    </div>
  )
}

function Asked({ reader, saySponsor: say, asked, people }: ProblemPageProps) {
  if (asked.length === 0) return null
  const names = asked.flatMap((person) => people.get(person)?.name ?? [])
  const list = new Intl.ListFormat(reader.lang, { type: 'conjunction' }).format(names)
  return <p class="fm-small">{say('invite.waiting', { names: list })}</p>
}

function InviteForm({ reader, saySponsor: say, problem, colleagues, errors, typed }: ProblemPageProps) {
  const isOurs = errors.some(({ field }) => field === 'person' || field === 'askWords')
  const kept = { typed: isOurs ? typed : {}, errors }
  return (
    <Details summary={say('invite.title')} isOpen={isOurs}>
      <p class="fm-small">{say('invite.lead')}</p>
      <Form action={reader.to('problem.invite-sponsor', { problem: problem.slug })} label={say('invite.title')}>
        <Select
          name="person"
          label={say('invite.person')}
          none={say('invite.choose')}
          options={colleagues.map(({ id, name, party }) => ({
            value: id,
            label: [name, party].filter(Boolean).join(' · '),
          }))}
          required
          {...kept}
        />
        <TextArea name="askWords" label={say('invite.words')} rows={3} maxLength={2000} {...kept} />
        <Button>{say('invite.send')}</Button>
      </Form>
    </Details>
  )
}

function LeaveForm({ reader, saySponsor: say, problem, sponsors, errors, typed }: ProblemPageProps) {
  const isOurs = errors.some(({ field }) => field === 'leaveReason')
  const isNamed = sponsors.some(({ person, namedBy }) => person === reader.actor.person && namedBy !== null)
  return (
    <Details id="leave" summary={say('leave.title')} isOpen={isOurs || isNamed}>
      <p class="fm-small">{say('leave.lead')}</p>
      {sponsors.length === 1 ? <p class="fm-small">{say('leave.last')}</p> : null}
      <Form action={reader.to('problem.step-back', { problem: problem.slug })} label={say('leave.title')}>
        <TextArea
          name="leaveReason"
          label={say('leave.reason')}
          rows={3}
          maxLength={2000}
          required
          typed={isOurs ? typed : {}}
          errors={errors}
        />
        <Button variant="secondary">{say('leave.send')}</Button>
      </Form>
    </Details>
  )
}
