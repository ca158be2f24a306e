import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  attemptCookie,
  challengeCookie,
  errandCookie,
  formCookie,
  letterCookie,
  proofCookie,
  sessionCookie,
} from './cookie-name.ts'

const slug = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,20}$/)

test('with https every cookie is bound to the host', () => {
  for (const name of [
    attemptCookie('lindhavn', true),
    letterCookie('lindhavn', true),
    challengeCookie('lindhavn', true),
    errandCookie('lindhavn', true),
    proofCookie('lindhavn', true),
    sessionCookie('lindhavn', true),
    formCookie(true),
  ])
    expect(name).toMatch(/^__Host-/)
})

test('regression: no place’s session has the name of another cookie, not even a place called “form”', () => {
  fc.assert(
    fc.property(
      fc.oneof(slug, fc.constantFrom('form', 'code', 'code-a')),
      slug,
      fc.boolean(),
      (one, other, isSecure) => {
        const session = sessionCookie(one, isSecure)
        expect([
          formCookie(isSecure),
          ...[one, other].flatMap((place) => [
            attemptCookie(place, isSecure),
            letterCookie(place, isSecure),
            challengeCookie(place, isSecure),
            errandCookie(place, isSecure),
            proofCookie(place, isSecure),
          ]),
        ]).not.toContain(session)
      },
    ),
  )
})
