import type { PublishedCount } from '@folkmoot/tally/publish-counts.ts'
import {
  Button,
  Details,
  Empty,
  ErrorSummary,
  FileField,
  Form,
  Head,
  Said,
  Section,
  Table,
} from '../../../../ui/index.ts'
import { columns } from '../responses.ts'
import type { KeptList } from '../store.ts'
import { DrawForm } from './draw-form.tsx'
import type { LettersPageProps } from './props.ts'
import { PlanPart } from './plan-part.tsx'
import { RoundPart } from './round-part.tsx'
import { WaysLine } from './ways-line.tsx'

/** The clerk's bench for letters: list, draw, print, answers, in the order they happen. */
export function LettersPage(props: LettersPageProps) {
  const { say, reader, problem, state, list, rounds, errors, isOpen } = props
  const isPrinting = state.rounds.some(({ isPrinted }) => !isPrinted)
  return (
    <>
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head
        eyebrow={<Said lang={problem.language}>{problem.question}</Said>}
        title={say('bench.title')}
        lead={say('bench.lead')}
      />
      {isOpen || list ? null : (
        <Empty title={say(state.call ? 'refused.call-closed' : 'bench.no-call')} level={2}>
          {state.call ? null : <p>{say('bench.no-call-next')}</p>}
        </Empty>
      )}
      {isOpen || list ? <List {...props} /> : null}
      {list && isOpen && !isPrinting ? (
        <>
          <PlanPart {...props} />
          <DrawForm {...props} list={list} />
        </>
      ) : null}
      {rounds.length > 0 ? (
        <Section id="rounds" title={say('rounds.title')}>
          {rounds.map((round) => (
            <RoundPart {...props} round={round} />
          ))}
          <Verifying {...props} />
        </Section>
      ) : null}
      {rounds.some(({ printedAt }) => printedAt !== null) ? <Answers {...props} /> : null}
    </>
  )
}

/** How somebody else checks the draw, with the list and without it. */
function Verifying({ say, reader, problem, list }: LettersPageProps) {
  const slug = { problem: problem.slug }
  return (
    <Details summary={say('verify.title')}>
      <p>{say('verify.anybody')}</p>
      <p>
        <a class="fm-link" href={reader.to('arena.letters-data', slug)}>
          {say('verify.data')}
        </a>
      </p>
      {list && !list.isErased ? (
        <>
          <p>{say('verify.auditor')}</p>
          <p>
            <a class="fm-link" href={reader.to('arena.letters-rows', slug)}>
              {say('verify.rows')}
            </a>
          </p>
        </>
      ) : null}
      <p>
        <code class="fm-code">folkmoot verify letters letters.json</code>
      </p>
    </Details>
  )
}

function List({ say, reader, problem, list, rounds, isOpen, featureNames, errors }: LettersPageProps) {
  const form = (
    <Form action={reader.to('arena.list-addresses', { problem: problem.slug })} multipart labelledBy="list">
      <FileField
        name="list"
        label={say('list.file')}
        help={
          featureNames.length > 0
            ? `${say('list.file-help')} ${say('list.file-features', { features: quoted(featureNames) })}`
            : say('list.file-help')
        }
        accept=".csv,text/csv,text/plain"
        required
        errors={errors}
      />
      <Button variant={list ? 'secondary' : 'primary'}>{say(list ? 'list.again' : 'list.send')}</Button>
    </Form>
  )
  return (
    <Section id="list" title={say('list.title')} lead={list ? undefined : say('list.lead')}>
      {list ? <ListState {...{ say, reader, list }} /> : form}
      {list && isOpen && rounds.length === 0 ? (
        <Details summary={say('list.again')} isOpen={errors.some(({ field }) => field === 'list')}>
          <p class="fm-small">{say('list.again-text')}</p>
          {form}
        </Details>
      ) : null}
    </Section>
  )
}

function ListState({ say, reader, list }: Pick<LettersPageProps, 'say' | 'reader'> & { readonly list: KeptList }) {
  if (list.isErased) return <p>{say('list.erased', { count: list.count })}</p>
  return (
    <>
      <p>{say('list.state', { count: list.count, day: reader.time.day(list.importedAt) })}</p>
      <p>
        {list.features.length > 0
          ? say('list.by', { features: quoted(list.features.map(({ name }) => name)) })
          : say('list.by-none')}
      </p>
    </>
  )
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `“${name}”`).join(', ')
}

function Answers({ say, reader, problem, tables, reasons, ways }: LettersPageProps) {
  const shown = (cell: PublishedCount): string => (typeof cell === 'number' ? String(cell) : say(`answers.${cell}`))
  return (
    <Section id="answers" title={say('answers.title')} lead={say('answers.lead')}>
      <WaysLine reader={reader} slug={problem.slug} ways={ways} />
      {tables.map(({ feature, rows }) => (
        <Table
          caption={feature ?? say('answers.all')}
          columns={[
            { label: feature ?? say('answers.all') },
            ...columns.map((name) => ({ label: say(`answers.${name}`), isNumber: true })),
          ]}
          rows={rows.map((row) => ({
            cells: [
              row.value ?? say(feature === null ? 'answers.all' : 'answers.unknown'),
              ...columns.map((name) => shown(row[name])),
            ],
          }))}
        />
      ))}
      {reasons.length > 0 ? (
        <Details summary={say('answers.reasons')}>
          <ul class="fm-list">
            {reasons.map((reason) => (
              <li>{reason}</li>
            ))}
          </ul>
        </Details>
      ) : null}
    </Section>
  )
}
