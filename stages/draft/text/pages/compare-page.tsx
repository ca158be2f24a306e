import type { Reader } from '../../../../platform/http/index.ts'
import type { Tombstone } from '../../../../platform/moderation/index.ts'
import {
  Details,
  DiffKey,
  DiffPair,
  diffWords,
  Empty,
  Head,
  Prose,
  Section,
  WordDiff,
  Said,
  Sentence,
  saidHere,
} from '../../../../ui/index.ts'
import { HiddenText } from '../../pages/parts.tsx'
import type { ComparedSection } from '../comparing.ts'
import type { SayText } from '../messages/words.ts'
import type { VersionHead } from '../versions-store.ts'
import { Choose } from './versions-page.tsx'

export type ComparePageProps = {
  readonly reader: Reader
  readonly say: SayText
  readonly slug: string
  readonly question: string
  /** Of the case: the language its group writes in. */
  readonly language: string
  readonly before: VersionHead
  readonly after: VersionHead
  readonly numbers: readonly number[]
  /** In the order of the later one; what is gone stands where it stood. */
  readonly sections: readonly ComparedSection[]
  /** By id of section: where something in it is hidden, neither version of it is shown. */
  readonly hidden: ReadonlyMap<string, Tombstone>
}

/** Two versions side by side, word by word. What did not change is folded, so that the changes of a long text are found on a phone. */
export function ComparePage(props: ComparePageProps) {
  const { reader, say, slug, question, language, before, after, numbers, sections } = props
  const changed = sections.filter(({ how }) => how !== 'same')
  const same = sections.filter(({ how }) => how === 'same')
  return (
    <div class="fm-stack fm-stack--8">
      <Head
        eyebrow={<Said lang={language}>{question}</Said>}
        title={say('compare.title', { before: before.version, after: after.version })}
        lead={say('compare.lead', { changed: changed.length, same: same.length })}
      >
        {after.reason ? (
          <p>
            <Sentence text={say('versions.why', { reason: saidHere })}>
              <Said lang={language}>{after.reason}</Said>
            </Sentence>
          </p>
        ) : null}
        <DiffKey
          struck={say('diff.struck')}
          takenOut={say('diff.taken-out')}
          underlined={say('diff.underlined')}
          putIn={say('diff.put-in')}
        />
      </Head>
      <Choose {...{ reader, say, slug, numbers }} before={before.version} after={after.version} />
      {changed.length === 0 ? (
        <Empty level={2} title={say('compare.none')}>
          {say('compare.none-next')}
        </Empty>
      ) : null}
      {changed.map((section) => (
        <OneSection {...props} section={section} />
      ))}
      {same.length > 0 ? (
        <Details summary={say('compare.same', { count: same.length })}>
          <ul>
            {same.map(({ id, heading }) => (
              <li>{props.hidden.has(id) ? say('compare.hidden') : <Said lang={language}>{heading}</Said>}</li>
            ))}
          </ul>
        </Details>
      ) : null}
    </div>
  )
}

function OneSection({
  reader,
  say,
  before,
  after,
  hidden,
  language,
  section,
}: ComparePageProps & { readonly section: ComparedSection }) {
  const { id, how, heading, clauses } = section
  const stone = hidden.get(id)
  const words = {
    struck: say('diff.struck'),
    takenOut: say('diff.taken-out'),
    underlined: say('diff.underlined'),
    putIn: say('diff.put-in'),
  }
  return (
    <Section id={`section-${id}`} title={stone ? say('compare.hidden') : <Said lang={language}>{heading}</Said>}>
      {stone ? (
        <HiddenText reader={reader} stone={stone} />
      ) : (
        <>
          <p class="fm-mini">{say(`compare.${how}`)}</p>
          {section.earlierHeading === null || section.earlierHeading === heading ? null : (
            <WordDiff parts={diffWords(section.earlierHeading, heading)} lang={language} />
          )}
          {clauses.map((clause) =>
            clause.how === 'same' ? (
              <Details summary={say('compare.clause-same', { number: clause.number })}>
                <Prose text={clause.after} lang={language} />
              </Details>
            ) : (
              <div class="fm-stack fm-stack--2">
                <h3 class="fm-mini">{say(`compare.clause-${clause.how}`, { number: clause.number })}</h3>
                {clause.how === 'changed' ? (
                  <DiffPair
                    parts={diffWords(clause.before, clause.after)}
                    before={say('versions.name', { version: before.version })}
                    after={say('versions.name', { version: after.version })}
                    words={words}
                  />
                ) : clause.how === 'moved' ? (
                  <Prose text={clause.after} lang={language} />
                ) : (
                  <WordDiff parts={diffWords(clause.before, clause.after)} lang={language} />
                )}
              </div>
            ),
          )}
        </>
      )}
    </Section>
  )
}
