import { Details, DiffKey, Row, Section, StateTag, Stack, SummaryList, WordDiff } from '../../../ui/index.ts'
import { WarningList } from '../warnings/pages/warning-list.tsx'
import { isPromiseLowered } from '../rules.ts'
import type { Mandate } from '../store.ts'
import { changesBetween } from './lines.ts'
import type { MandatePageProps } from './props.ts'
import type { Problem } from '../../problem/index.ts'
import type { MandateWriter } from './lines.ts'
import { Gate } from './gate.tsx'
import { Missing } from './missing.tsx'

/** The new version beside the one in force: what it changes, and what it still misses. */
export function NextVersion(props: MandatePageProps) {
  const { say, bodyName, adopted, draft, adopter } = props
  if (!adopted || !draft) return null
  return (
    <Section
      id="next"
      title={say('versions.next')}
      lead={say('versions.next-lead', { version: draft.version, body: bodyName(adopter) })}
    >
      <VersionChanges {...props} before={adopted} after={draft} />
      {props.may.confirm ? null : <WarningList {...props} title={say('warning.title')} />}
      <Missing {...props} />
      <Gate {...props} gate={props.draftGate} id="next-gate" isTold={false} />
    </Section>
  )
}

/** Every version there was, with what each changed (R4). */
export function Versions(props: MandatePageProps) {
  const { reader, say, all } = props
  const decided = all.filter((mandate) => mandate.state !== 'draft')
  if (decided.length < 2) return null
  return (
    <Section
      id="versions"
      title={say('versions.title')}
      more={{ href: reader.to('mandate.compare', { problem: props.problem.slug }), text: say('compare.link') }}
    >
      <ol class="fm-list" reversed>
        {decided.map((mandate, at) => {
          const before = decided[at + 1]
          return (
            <li>
              <Row isSpread>
                <span class="fm-mini">
                  {say('versions.number', { version: mandate.version })}
                  {mandate.adoptedAt ? ` · ${reader.time.day(mandate.adoptedAt)}` : ''}
                </span>
                <StateTag
                  icon={mandate.state === 'adopted' ? 'agree' : 'empty'}
                  color={mandate.state === 'adopted' ? 'success' : 'neutral'}
                >
                  {say(`versions.${mandate.state}`)}
                </StateTag>
              </Row>
              {before ? (
                <Details summary={say('versions.changes', { from: before.version, to: mandate.version })}>
                  <VersionChanges {...props} before={before} after={mandate} />
                </Details>
              ) : null}
            </li>
          )
        })}
      </ol>
    </Section>
  )
}

export function VersionChanges(
  props: MandateWriter & { readonly problem: Problem; readonly before: Mandate; readonly after: Mandate },
) {
  const { say, problem, before, after } = props
  const changes = changesBetween(props, { before, after })
  // Read backwards nothing was lowered; and a draft lowers nothing before it is adopted.
  const isLowered = before.version < after.version && isPromiseLowered(before.promise, after.promise)
  const lowered = after.state === 'draft' ? 'versions.would-lower' : 'versions.lowered'
  const level = (mandate: Mandate): string => say(`level.${mandate.promise ?? 'unknown'}`)
  if (changes.length === 0) return <p>{say('versions.same')}</p>
  return (
    <Stack>
      {isLowered ? (
        <p>
          <strong>{say(lowered, { from: level(before), to: level(after) })}</strong>
        </p>
      ) : null}
      <SummaryList
        rows={changes.map(({ term, parts }) => ({ term, value: <WordDiff parts={parts} lang={problem.language} /> }))}
      />
      <DiffKey
        struck={say('diff.struck')}
        takenOut={say('diff.taken-out')}
        underlined={say('diff.underlined')}
        putIn={say('diff.put-in')}
      />
    </Stack>
  )
}
