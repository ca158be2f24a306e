import type { Id } from '@folkmoot/basics/ids.ts'
import type { Byline } from '../../../platform/identity/index.ts'
import { Details, DiffPair, diffWords, Section, Stack } from '../../../ui/index.ts'
import type { Recommendation } from '../recommendations.ts'
import { Author, type Words } from './parts.tsx'

type Version = Recommendation['versions'][number]

export type VersionsProps = Words & {
  readonly recommendation: Recommendation
  readonly authors: ReadonlyMap<Id<'account'>, Byline>
  /** Something in it is hidden: then no earlier words are shown either. */
  readonly isHidden: boolean
}

/** Every version, the newest first: who changed what and why, beside the version before it. */
export function Versions(props: VersionsProps) {
  const { say, recommendation } = props
  const { versions } = recommendation
  if (recommendation.source !== null) return null
  return (
    <Section id="versions" title={say('versions.title')}>
      <ol class="fm-plain fm-stack fm-stack--6" reversed>
        {versions.toReversed().map((version) => (
          <li>
            <OneVersion {...props} version={version} before={versions[versions.indexOf(version) - 1]} />
          </li>
        ))}
      </ol>
    </Section>
  )
}

type OneVersionProps = VersionsProps & { readonly version: Version; readonly before: Version | undefined }

function OneVersion({ reader, say, authors, isHidden, version, before }: OneVersionProps) {
  const { writtenBy, reason } = version
  return (
    <Stack gap="2">
      <h3 class="fm-h-aside">
        {say('versions.name', { version: version.version })}: {say(`versions.${version.change}`)}
      </h3>
      <p class="fm-row">
        <Author reader={reader} author={writtenBy ? authors.get(writtenBy) : undefined} />
        <span class="fm-mini">{reader.time.day(version.at)}</span>
      </p>
      {reason ? <p>{say('versions.why', { reason })}</p> : null}
      {before && !isHidden ? (
        <Details summary={say('versions.compare', { version: version.version, before: before.version })}>
          <DiffPair
            parts={diffWords(wordsOf(before), wordsOf(version))}
            before={say('versions.name', { version: before.version })}
            after={say('versions.name', { version: version.version })}
            words={{
              struck: say('diff.struck'),
              takenOut: say('diff.taken-out'),
              underlined: say('diff.underlined'),
              putIn: say('diff.put-in'),
            }}
          />
        </Details>
      ) : null}
    </Stack>
  )
}

/** The whole of it as one text, so that every change can be seen. */
function wordsOf({ title, text, clauses }: Version): string {
  return [title, text, ...clauses.map((clause) => `${clause.number}. ${clause.text}`)].filter(Boolean).join('\n')
}
