import { newId } from '@folkmoot/basics/ids.ts'
import type { Actor, RoleName } from '@folkmoot/basics/actor.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mostFeatures, setFeature, type FeatureTerms } from './rules.ts'

const place = newId('jurisdiction')

function actor(...roles: readonly RoleName[]): Actor {
  return {
    jurisdiction: place,
    account: newId('account'),
    person: null,
    name: 'Chen',
    assurance: 'low',
    roles: roles.map((name) => ({ name, scope: place })),
  }
}

function feature(name: string, values: readonly string[], id: FeatureTerms['id'] = newId('feature')): FeatureTerms {
  return {
    id,
    name,
    kind: 'other',
    isOffered: true,
    values: values.map((one) => ({
      id: id === null ? null : newId('feature-value'),
      name: one,
      code: null,
      isOffered: true,
    })),
  }
}

const chen = actor('clerk')
const age = feature('Age', ['Young', 'Old'])
const fresh = (name: string, ...values: readonly string[]) => feature(name, values, null)

describe('what a place counts people by', () => {
  it('is set by a clerk or an administrator, and by nobody else', () => {
    const terms = fresh('Age', 'Young', 'Old')
    expect(setFeature([], terms, chen)).toMatchObject({ ok: true })
    expect(setFeature([], terms, actor('administrator'))).toMatchObject({ ok: true })
    for (const role of ['resident', 'politician', 'facilitator', 'officer', 'organisation'] as const)
      expect(setFeature([], terms, actor(role))).toEqual({ ok: false, refusal: 'not-yours-to-set' })
  })

  it.each([
    ['a name there is already', fresh('  AGE ', 'A', 'B'), 'name-taken'],
    ['one answer alone', fresh('Part of town', 'North'), 'too-few-values'],
    ['the same answer twice', fresh('Part of town', 'North', 'north '), 'value-twice'],
    ['a feature that is not there', feature('Part of town', ['North', 'South']), 'no-such-feature'],
  ])('refuses %s', (_, terms, refusal) => {
    expect(setFeature([age], terms, chen)).toEqual({ ok: false, refusal })
  })

  it('knows one gender', () => {
    const gender: FeatureTerms = { ...feature('Gender', ['Woman', 'Man']), kind: 'gender' }
    expect(setFeature([gender], { ...fresh('Sex', 'A', 'B'), kind: 'gender' }, chen)).toEqual({
      ok: false,
      refusal: 'gender-already',
    })
    expect(setFeature([gender], { ...gender, name: 'Køn' }, chen)).toMatchObject({ ok: true })
    expect(setFeature([gender], { ...gender, kind: 'other' }, chen)).toEqual({ ok: false, refusal: 'no-such-feature' })
  })

  it('never removes an answer: somebody may have told it', () => {
    const without = { ...age, values: age.values.slice(1) }
    expect(setFeature([age], without, chen)).toEqual({ ok: false, refusal: 'no-such-feature' })
  })

  it('leaves two answers to choose from, whatever is taken out', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 2, maxLength: 8 }), (offered) => {
        const standing = feature(
          'Part of town',
          offered.map((_, at) => `Part ${at}`),
        )
        const terms = {
          ...standing,
          values: standing.values.map((value, at) => ({ ...value, isOffered: offered[at] ?? false })),
        }
        expect(setFeature([standing], terms, chen).ok).toBe(offered.filter(Boolean).length >= 2)
      }),
    )
  })

  it('has an end', () => {
    const many = Array.from({ length: mostFeatures }, (_, at) => feature(`Feature ${at}`, ['A', 'B']))
    expect(setFeature(many, fresh('One more', 'A', 'B'), chen)).toEqual({ ok: false, refusal: 'too-many-features' })
  })
})
