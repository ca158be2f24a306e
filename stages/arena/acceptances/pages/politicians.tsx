import { Button, Form, HiddenField, List, Radios, Section } from '../../../../ui/index.ts'
import { freeSeats } from '../vacancy-rules.ts'
import type { VacanciesPageProps } from './props.ts'

/** A chair who left, a seat of somebody who is no politician any more, and where a free one is offered. */
export function Politicians(props: VacanciesPageProps) {
  const { say, reader, problem, arena, mayFill, inOffice } = props
  if (!mayFill) return null
  const seats = arena.seats.filter(({ kind }) => kind === 'politician')
  const outside = seats.filter(({ person }) => person !== null && !inOffice.has(person))
  const hasChair = [...arena.seats, ...arena.asked].some(({ isChair }) => isChair)
  const isFree = freeSeats(arena.filling, 'politician') !== 0
  const candidates = seats.filter(({ person }) => person !== null && inOffice.has(person))
  const needsChair = !hasChair && candidates.length > 0
  if (outside.length === 0 && !needsChair && !isFree) return null
  return (
    <Section id="politicians" title={say('vacancies.politicians')}>
      {isFree ? (
        <p>
          <a class="fm-link" href={`${reader.to('arena.people', { problem: problem.slug })}#seat-politician`}>
            {say('vacancies.seat-politician')}
          </a>
        </p>
      ) : null}
      {needsChair ? <NameChair {...props} candidates={candidates} /> : null}
      {outside.length > 0 ? (
        <List
          items={outside.map(({ id, name }) => (
            <Form action={reader.to('arena.vacate', { problem: problem.slug })} label={name}>
              <HiddenField name="seat" value={id} />
              <p>{say('vacancies.out-of-office', { name })}</p>
              <Button variant="secondary">{say('vacancies.vacate', { name })}</Button>
            </Form>
          ))}
        />
      ) : null}
    </Section>
  )
}

function NameChair({
  say,
  reader,
  problem,
  candidates,
  typed,
  errors,
}: VacanciesPageProps & { readonly candidates: VacanciesPageProps['arena']['seats'] }) {
  return (
    <Form action={reader.to('arena.name-chair', { problem: problem.slug })} label={say('vacancies.chair')}>
      <Radios
        name="seat"
        label={say('vacancies.chair')}
        required
        options={candidates.map(({ id, name }) => ({ value: id, label: name }))}
        {...{ typed, errors }}
      />
      <Button>{say('vacancies.name-chair')}</Button>
    </Form>
  )
}
