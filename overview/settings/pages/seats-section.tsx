import type { Seat } from '../../../platform/directory/index.ts'
import { Actions, Button, DateField, Form, HiddenField, Section, Select, Table, TextField } from '../../../ui/index.ts'
import type { SettingsPageProps } from './settings-props.ts'

/** Who sits in each body today and on whose word, and what an administrator may say where no file does. */
export function SeatsSection(props: SettingsPageProps) {
  const { say, bodies, seats } = props
  if (bodies.length === 0) return null
  return (
    <Section id="seats" title={say('seats')} lead={say('seats-lead')}>
      {seats.length === 0 ? <p>{say('seats-none')}</p> : null}
      {[...Map.groupBy(seats, (seat) => seat.bodyName)].map(([body, these]) => (
        <SeatTable {...props} body={body} these={these} />
      ))}
      <Continuing {...props} />
      <NewMember {...props} />
      <TermForm {...props} />
    </Section>
  )
}

type TableProps = SettingsPageProps & { readonly body: string; readonly these: readonly Seat[] }

function SeatTable(props: TableProps) {
  const { say, body, these } = props
  return (
    <Table
      caption={say('seats-body', { body })}
      columns={[
        { label: say('seat-name') },
        { label: say('seat-party') },
        { label: say('seat-term') },
        { label: say('seat-word') },
        { label: say('seat-act') },
      ]}
      rows={these.map((seat) => ({
        cells: [
          `${seat.name} · ${seat.role}`,
          seat.party ?? say('member-party-none'),
          termOf(props, seat),
          say(`origin.${seat.origin}`),
          seat.isChair ? say('seat-chairs') : <ChairForm {...props} seat={seat} />,
        ],
      }))}
    />
  )
}

function ChairForm({ say, to, seat }: SettingsPageProps & { readonly seat: Seat }) {
  return (
    <Form action={to.chair} shape="inline">
      <HiddenField name="chairBody" value={seat.body} />
      <HiddenField name="chairPerson" value={seat.person} />
      <button type="submit" class="fm-plainbutton">
        {say('seat-chair', { name: seat.name, body: seat.bodyName })}
      </button>
    </Form>
  )
}

function termOf({ say, day }: SettingsPageProps, { startsOn, endsOn }: Seat): string {
  if (startsOn && endsOn) return say('seat-from-to', { from: day(startsOn), to: day(endsOn) })
  if (startsOn) return say('seat-from', { day: day(startsOn) })
  return endsOn ? say('seat-to', { day: day(endsOn) }) : say('seat-open')
}

function Continuing({ say, empty, today, day, typed, errors, to }: SettingsPageProps) {
  return empty.map(({ body, name, terms, lastDay }, at) => {
    const id = `continue-${at + 1}`
    const isThis = typed['continueBody']?.[0] === body
    return (
      <>
        <h3 id={id}>{say('continue', { body: name })}</h3>
        <p>{lastDay ? say('continue-text', { terms, day: day(lastDay) }) : say('continue-begin')}</p>
        {lastDay ? (
          <Form action={to.continueTerms} labelledBy={id}>
            <HiddenField name="continueBody" value={body} />
            <DateField
              name="continueFrom"
              within={isThis ? undefined : id}
              label={say('continue-from')}
              value={today.toString()}
              most={today.toString()}
              required
              typed={isThis ? typed : {}}
              errors={isThis ? errors : []}
            />
            <Actions>
              <Button variant="secondary">{say('continue-send')}</Button>
            </Actions>
          </Form>
        ) : null}
      </>
    )
  })
}

function NewMember({ say, bodies, parties, today, typed, errors, to }: SettingsPageProps) {
  const field = { typed, errors }
  return (
    <>
      <h3 id="member">{say('member')}</h3>
      <Form action={to.member} labelledBy="member">
        <TextField name="memberName" room={40} label={say('member-name')} required {...field} />
        <Select
          name="memberBody"
          label={say('member-body')}
          required
          options={bodies.map((body) => ({ value: body.id, label: body.name }))}
          {...field}
        />
        <Select
          name="memberParty"
          label={say('member-party')}
          none={say('member-party-none')}
          options={parties.map((party) => ({ value: party.id, label: party.name }))}
          {...field}
        />
        <TextField
          name="memberRole"
          room={40}
          label={say('member-role')}
          help={say('member-role-help')}
          required
          {...field}
        />
        <DateField name="memberFrom" label={say('member-from')} value={today.toString()} required {...field} />
        <Actions>
          <Button variant="secondary">{say('member-send')}</Button>
        </Actions>
      </Form>
    </>
  )
}

function TermForm({ say, seats, typed, errors, to }: SettingsPageProps) {
  if (seats.length === 0) return null
  const field = { typed, errors }
  return (
    <>
      <h3 id="term">{say('term')}</h3>
      <Form action={to.term} labelledBy="term">
        <Select
          name="seat"
          label={say('term-seat')}
          none=""
          required
          options={seats.map((seat) => ({ value: seat.id, label: `${seat.name} · ${seat.bodyName}` }))}
          {...field}
        />
        <DateField name="termEnd" label={say('term-end')} help={say('term-end-help')} {...field} />
        <Actions>
          <Button variant="secondary">{say('term-send')}</Button>
        </Actions>
      </Form>
    </>
  )
}
