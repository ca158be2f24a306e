import { Button, Empty, Form, Head, Section, Select } from '../../../../ui/index.ts'
import type { Problem } from '../../../problem/index.ts'
import type { MandateWriter } from '../../pages/lines.ts'
import { VersionChanges } from '../../pages/versions.tsx'
import type { Mandate } from '../../store.ts'

export type ComparePageProps = MandateWriter & {
  readonly problem: Problem
  /** The latest first; a draft among them. */
  readonly all: readonly Mandate[]
  readonly before: Mandate | undefined
  readonly after: Mandate | undefined
}

/** Any two versions of one mandate, word by word. */
export function ComparePage(props: ComparePageProps) {
  const { reader, say, problem, all, before, after } = props
  const options = all.map(({ version, state }) => ({
    value: String(version),
    label: `${say('versions.number', { version })} (${say(`state.${state}`)})`,
  }))
  return (
    <>
      <Head title={say('compare.title')} lead={problem.question} />
      {before && after ? (
        <>
          <Form
            method="get"
            action={reader.to('mandate.compare', { problem: problem.slug })}
            label={say('compare.title')}
          >
            <Select name="from" label={say('compare.from')} options={options} value={String(before.version)} required />
            <Select name="to" label={say('compare.to')} options={options} value={String(after.version)} required />
            <Button variant="secondary">{say('compare.send')}</Button>
          </Form>
          <Section id="changes" title={say('versions.changes', { from: before.version, to: after.version })}>
            <VersionChanges {...props} before={before} after={after} />
          </Section>
        </>
      ) : (
        <Empty title={say('compare.none')} level={2}>
          <p>{say('compare.none-next')}</p>
        </Empty>
      )}
    </>
  )
}
