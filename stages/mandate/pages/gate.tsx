import { Section, StateTag, Table } from '../../../ui/index.ts'
import { gateQuestions } from '../rules.ts'
import type { MandatePageProps } from './props.ts'

type GateProps = Pick<MandatePageProps, 'reader' | 'say' | 'gate' | 'people'> & {
  readonly isTold: boolean
  /** `next-gate`: of the draft beside the version in force, under its heading. */
  readonly id?: 'gate' | 'next-gate'
}

/** The five questions and who answered what, for which reason (R5). */
export function Gate({ reader, say, gate, people, isTold, id = 'gate' }: GateProps) {
  // Both stand on one page: each is told from the other by its name.
  const title = say(id === 'gate' ? 'gate.title' : 'gate.title-draft')
  const asked = gateQuestions.flatMap((question) => {
    const answers = gate.filter((answer) => answer.question === question)
    return answers.map((answer) => ({ ...answer, by: people.get(answer.person)?.name ?? reader.common('unknown') }))
  })
  return (
    <Section
      {...(id === 'gate' ? {} : ({ level: 3, size: 'mid' } as const))}
      id={id}
      title={title}
      lead={isTold ? undefined : say('gate.lead')}
    >
      {asked.length === 0 ? (
        <p class="fm-muted">{say(isTold ? 'gate.unknown' : 'gate.none')}</p>
      ) : (
        <Table
          caption={title}
          isCaptionHidden
          columns={[
            { label: say('gate.question') },
            { label: say('gate.answer') },
            { label: say('gate.reason') },
            { label: say('gate.by') },
          ]}
          rows={asked.map(({ question, isYes, reason, by, at, counts }) => ({
            cells: [
              say(`gate.${question}`),
              <StateTag icon={isYes ? 'agree' : 'disagree'} color={isYes ? 'success' : 'neutral'}>
                {say(isYes ? 'gate.yes' : 'gate.no')}
              </StateTag>,
              reason,
              [`${by}, ${reader.time.day(at)}`, ...(counts ? [] : [say('gate.left')])].join(' · '),
            ],
          }))}
        />
      )}
    </Section>
  )
}

/** The same beside the long form: who said yes or no to each question, and why. */
export function GateBeside({ reader, say, gate, people, problem, may }: GateBesideProps) {
  return (
    <Section id="gate" title={say('gate.title')} size="aside">
      <p class="fm-small">{say('gate.lead')}</p>
      <dl class="fm-facts">
        {gateQuestions.map((question) => {
          const answers = gate.filter((answer) => answer.question === question)
          return (
            <div>
              <dt>{say(`gate.${question}`)}</dt>
              {answers.length === 0 ? <dd class="fm-muted">{say('gate.none')}</dd> : null}
              {answers.map(({ isYes, reason, person, counts }) => (
                <dd>
                  <StateTag icon={isYes ? 'agree' : 'disagree'} color={isYes ? 'success' : 'danger'}>
                    {say(isYes ? 'gate.yes' : 'gate.no')}
                  </StateTag>{' '}
                  {people.get(person)?.name ?? reader.common('unknown')}
                  {counts ? '' : ` (${say('gate.left')})`}: {reason}
                </dd>
              ))}
            </div>
          )
        })}
      </dl>
      {may.gate ? (
        <p class="fm-small">
          <a href={reader.to('mandate.gate', { problem: problem.slug })}>
            {say(gate.some(({ person }) => person === reader.actor.person) ? 'page.gate-again' : 'page.gate')}
          </a>
        </p>
      ) : null}
    </Section>
  )
}

type GateBesideProps = Pick<MandatePageProps, 'reader' | 'say' | 'gate' | 'people' | 'problem' | 'may'>
