import { expect, test } from 'vitest'
import { passwordProblem } from '#lib/rules/password.ts'

const email = 'aziza@ministry.example'
const of = (password: string, again = password) => passwordProblem({ password, again, email })

test('twelve characters are enough, in any script, and none of a kind is asked for', () => {
  expect(of('aaaaaaaaaaa')).toBe('too-short')
  expect(of('aaaaaaaaaaaa')).toBeUndefined()
  expect(of('비밀번호는열두글자이상')).toBe('too-short')
  expect(of('비밀번호는열두글자이상임')).toBeUndefined()
  expect(of('🔑'.repeat(11))).toBe('too-short')
  expect(of('🔑'.repeat(12))).toBeUndefined()
  expect(of('')).toBe('too-short')
})

test('two hundred are the most', () => {
  expect(of('a'.repeat(200))).toBeUndefined()
  expect(of('a'.repeat(201))).toBe('too-long')
})

test('the address with which one signs in is none, however it is written', () => {
  expect(of(email)).toBe('is-address')
  expect(of(' Aziza@Ministry.example ')).toBe('is-address')
})

test('both have to be the same; how a keyboard composes a letter makes no difference', () => {
  expect(of('correct horse battery', 'correct horse batterz')).toBe('differs')
  expect(of('гербарий и й'.normalize('NFC'), 'гербарий и й'.normalize('NFD'))).toBeUndefined()
})
