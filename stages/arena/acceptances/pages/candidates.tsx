import { Button, Checkboxes, Form, HiddenField, List, Prose, Section, TextArea } from '../../../../ui/index.ts'
import type { Application } from '../../store.ts'
import { isFree } from '../vacancy-rules.ts'
import type { VacanciesPageProps } from './props.ts'

/** For each free seat: the substitutes in their order, then the others who asked for it. */
export function Candidates(props: VacanciesPageProps) {
  const { say, arena, applications, mayFill } = props
  const open = arena.rule.profiles.filter(({ id }) => isFree(arena.filling, id, 'chosen'))
  const sections = open.flatMap(({ id, name }) => {
    const taken = new Set([...arena.seats, ...arena.asked].map(({ account }) => account))
    const own = applications.filter(
      ({ profile, state, account, erasedAt }) =>
        profile === id && state === 'not-selected' && erasedAt === null && !taken.has(account),
    )
    return own.length === 0 ? [] : [{ id, name, own: own.toSorted((a, b) => place(a) - place(b)) }]
  })
  if (sections.length === 0) return null
  return (
    <>
      {sections.map(({ name, own }) => (
        <Section
          id={`candidates-${own[0]?.number ?? 0}`}
          title={say('vacancies.candidates', { profile: name })}
          lead={mayFill ? say('vacancies.candidates-lead') : undefined}
        >
          <List
            items={own.map((application) => (
              <Candidate {...props} application={application} />
            ))}
          />
        </Section>
      ))}
    </>
  )
}

function place({ substitute, number }: Application): number {
  return substitute ?? Number.MAX_SAFE_INTEGER / 2 + number
}

function Candidate(props: VacanciesPageProps & { readonly application: Application }) {
  const { say, reader, problem, arena, names, application, mayFill, typed, errors } = props
  const { number, profile, substitute } = application
  const name = names.get(application.account)?.name || say('vacancies.number', { number })
  const criteria = arena.rule.profiles.find(({ id }) => id === profile)?.criteria ?? []
  const isHere = typed['number']?.[0] === String(number)
  const kept = isHere ? { typed, errors } : {}
  return (
    <div class="fm-stack fm-stack--2">
      <h3 class="fm-h-mid">{name}</h3>
      {substitute === null ? null : <p class="fm-mini">{say('vacancies.substitute', { place: substitute })}</p>}
      <Prose text={application.motivation} />
      {mayFill ? (
        <Form action={reader.to('arena.call-applicant', { problem: problem.slug })} label={name}>
          <HiddenField name="number" value={String(number)} />
          {criteria.length === 0 ? null : (
            <Checkboxes
              name={`criteria-${number}`}
              label={say('vacancies.criteria')}
              required
              options={criteria.map((label, at) => ({ value: String(at + 1), label }))}
              {...kept}
            />
          )}
          <TextArea
            name={`reason-${number}`}
            label={say('vacancies.reason')}
            help={say('vacancies.reason-help')}
            rows={2}
            maxLength={1000}
            required
            {...kept}
          />
          <Button>{say('vacancies.call', { name })}</Button>
        </Form>
      ) : null}
    </div>
  )
}
