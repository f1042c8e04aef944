import { beforeEach, expect, test, vi } from 'vitest'
import { dropDraft, keepDraft, keptDraft } from '#components/ui/draft.tsx'

const shelf = new Map<string, string>()

beforeEach(() => {
  shelf.clear()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => shelf.get(key) ?? null,
    setItem: (key: string, value: string) => shelf.set(key, value),
    removeItem: (key: string) => shelf.delete(key),
  })
})

const draft = {
  at: 1,
  values: { narrative: ['Ventilation mounted'], 'evidence[]': ['{"a":1}', '{"b":2}'] },
  seen: { narrative: [''] },
}

test('a draft comes back as it was kept, for its own person alone', () => {
  keepDraft('person-1:UZ-KR-SC-01-02', draft)
  expect(keptDraft('person-1:UZ-KR-SC-01-02')).toEqual(draft)
  expect(keptDraft('person-2:UZ-KR-SC-01-02')).toBeNull()
})

test('a draft that was dropped is gone', () => {
  keepDraft('a', draft)
  dropDraft('a')
  expect(keptDraft('a')).toBeNull()
})

test.each([
  '{',
  'null',
  '[]',
  '{"at":"x","values":{},"seen":{}}',
  '{"at":1,"values":{}}',
  '{"at":1,"values":{"a":"no list"},"seen":{}}',
  '{"at":1,"values":{"a":[1]},"seen":{}}',
])('what is no draft (%s) is as none', (text) => {
  shelf.set('langar-draft:a', text)
  expect(keptDraft('a')).toBeNull()
})

test('where storage is full or forbidden, no draft is claimed', () => {
  vi.stubGlobal('localStorage', {
    getItem: () => {
      throw new Error('forbidden')
    },
    setItem: () => {
      throw new Error('full')
    },
    removeItem: () => {
      throw new Error('forbidden')
    },
  })
  expect(keepDraft('a', draft)).toBe(false)
  expect(keptDraft('a')).toBeNull()
  expect(() => dropDraft('a')).not.toThrow()
})
