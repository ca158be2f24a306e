import { Details, Prose, Stack } from '../../../../ui/index.ts'
import { AnswerTag } from '../../pages/parts.tsx'
import type { RecommendationPageProps } from './recommendation-props.ts'

/** Earlier versions of the answer: nothing that was said in public goes away. */
export function Earlier({ reader, say, versions, people }: RecommendationPageProps) {
  const earlier = versions.slice(1)
  if (earlier.length === 0) return null
  return (
    <Details summary={say('earlier.title', { count: earlier.length })}>
      {earlier.map((version) => (
        <Stack gap="2">
          <p>
            <AnswerTag answer={version} say={say} />{' '}
            <span class="fm-mini">
              {say('item.signed', {
                name: (version.person && people.get(version.person)?.name) ?? reader.common('unknown'),
                day: version.answeredAt ? reader.time.day(version.answeredAt) : reader.common('unknown'),
              })}
            </span>
          </p>
          <Prose text={version.reason} size="small" />
          {version.amendedText ? <Prose text={version.amendedText} size="small" /> : null}
        </Stack>
      ))}
    </Details>
  )
}
