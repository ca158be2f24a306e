import type { Id } from '@folkmoot/basics/ids.ts'
import type { Reader } from '../../../../platform/http/index.ts'
import type { Byline } from '../../../../platform/identity/index.ts'
import {
  Actions,
  Button,
  Details,
  ErrorSummary,
  Form,
  Head,
  Radios,
  Said,
  Section,
  Select,
  StateTag,
  Table,
  type Errors,
} from '../../../../ui/index.ts'
import type { Problem } from '../../../problem/index.ts'
import type { SayChecklist } from '../messages/words.ts'
import { evidences, principles, steps, verdicts, type Evidence, type Point, type Verdict } from '../rules.ts'
import type { Written } from '../store.ts'

export type ChecklistPageProps = {
  readonly reader: Reader
  readonly say: SayChecklist
  readonly errors: Errors
  readonly typed: Readonly<Record<string, readonly string[]>>
  readonly problem: Problem
  readonly written: readonly Written[]
  readonly authors: ReadonlyMap<Id<'account'>, Byline>
  readonly mayFill: boolean
}

const looks = {
  yes: { icon: 'agree', color: 'success' },
  partly: { icon: 'measure', color: 'warning' },
  no: { icon: 'disagree', color: 'danger' },
} as const satisfies Record<Verdict, unknown>

/** Each point with what everybody says of it, side by side: where they differ, that is what to read. */
export function ChecklistPage(props: ChecklistPageProps) {
  const { reader, say, errors, problem, mayFill } = props
  return (
    <>
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head
        eyebrow={<Said lang={problem.language}>{problem.question}</Said>}
        title={say('page.title')}
        lead={say('page.lead')}
      />
      <Points {...props} id="principles" title={say('page.principles')} points={principles} />
      <Points {...props} id="steps" title={say('page.steps')} points={steps} />
      {mayFill ? <FillForm {...props} /> : null}
    </>
  )
}

type PointsProps = ChecklistPageProps & {
  readonly id: string
  readonly title: string
  readonly points: readonly Point[]
}

function Points({ reader, say, problem, written, authors, id, title, points }: PointsProps) {
  return (
    <Section id={id} title={title}>
      <Table
        caption={title}
        isCaptionHidden
        columns={[{ label: say('column.point'), width: 'most' }, { label: say('column.said') }]}
        rows={points.map((point) => {
          const said = written.filter((one) => one.point === point)
          return {
            cells: [
              say(`point.${point}`),
              said.length === 0 ? (
                <span class="fm-muted">{say('page.nobody')}</span>
              ) : (
                <ul class="fm-plain fm-stack fm-stack--2">
                  {said.map(({ account, verdict, evidence, as }) => (
                    <li>
                      <StateTag {...looks[verdict]}>{say(`verdict.${verdict}`)}</StateTag>{' '}
                      <span class="fm-small">
                        {say('said.by', {
                          name: authors.get(account)?.name ?? reader.common('unknown'),
                          as: say(`as.${as}`),
                        })}{' '}
                        <a class="fm-link" href={hrefOf(reader, problem.slug, evidence)}>
                          {say(`evidence.${evidence}`)}
                        </a>
                      </span>
                    </li>
                  ))}
                </ul>
              ),
            ],
          }
        })}
      />
    </Section>
  )
}

function hrefOf({ to }: Pick<Reader, 'to'>, problem: string, evidence: Evidence): string {
  const pages = {
    problem: 'problem.page',
    mandate: 'mandate.page',
    people: 'arena.people',
    meetings: 'meeting.series',
    statements: 'opinion.statements',
    draft: 'draft.page',
    answer: 'decision.page',
    delivery: 'delivery.page',
    outcome: 'outcome.page',
    surveys: 'outcome.surveys',
    record: 'journey.record',
  } as const satisfies Record<Evidence, string>
  return to(pages[evidence], { problem })
}

function FillForm({ reader, say, errors, typed, problem, written }: ChecklistPageProps) {
  const hers = written.filter(({ account }) => account === reader.actor.account)
  const fields = { typed, errors }
  return (
    <Section id="fill" title={say('fill.title')} lead={say('fill.lead')}>
      <Form action={reader.to('outcome.fill-checklist', { problem: problem.slug })} label={say('fill.title')}>
        {[...principles, ...steps].map((point) => {
          const before = hers.find((one) => one.point === point)
          return (
            <Details
              summary={say(`point.${point}`)}
              isOpen={before !== undefined || errors.some(({ field }) => field.startsWith(point))}
            >
              <Radios
                name={point}
                label={say(`point.${point}`)}
                options={verdicts.map((verdict) => ({ value: verdict, label: say(`verdict.${verdict}`) }))}
                value={before?.verdict}
                isInline
                isUnmarked
                {...fields}
              />
              <Select
                name={`${point}-evidence`}
                label={say('fill.evidence')}
                none={say('fill.none')}
                options={evidences.map((evidence) => ({ value: evidence, label: say(`evidence.${evidence}`) }))}
                value={before?.evidence}
                isUnmarked
                {...fields}
              />
            </Details>
          )
        })}
        <Actions>
          <Button>{say('fill.send')}</Button>
        </Actions>
      </Form>
    </Section>
  )
}
