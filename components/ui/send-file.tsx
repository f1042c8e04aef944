'use client'

/** What the door of files answers, as a form sends it on. */
export type SentFile = { kind: 'file'; name: string; sha256: string; size: number }

export type Sending = { answer: Promise<SentFile | { refusal: string | null }>; stop: () => void }

/** Sends one file's bytes. XMLHttpRequest, since fetch tells nothing of what has gone up. A refusal
 *  without a sentence: not reached. */
export function sendFile(file: File, onProgress: (share: number) => void): Sending {
  const request = new XMLHttpRequest()
  const answer = new Promise<SentFile | { refusal: string | null }>((resolve) => {
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0)
    request.onload = () => resolve(read(request.response))
    request.onerror = () => resolve({ refusal: null })
    request.onabort = () => resolve({ refusal: null })
  })
  const body = new FormData()
  body.append('file', file, file.name)
  request.open('POST', '/api/v1/files')
  request.responseType = 'json'
  request.setRequestHeader('accept', 'application/json')
  request.send(body)
  return { answer, stop: () => request.abort() }
}

function read(said: unknown): SentFile | { refusal: string | null } {
  // The door takes several at once and answers with a list.
  const [value] = [inside(said, 'value')].flat()
  if (isSentFile(value)) return { kind: 'file', name: value.name, sha256: value.sha256, size: value.size }
  const problem = inside(said, 'problem')
  const [ofField] = Object.values(inside(problem, 'fields') ?? {})
  const sentence = ofField ?? inside(problem, 'text')
  return { refusal: typeof sentence === 'string' ? sentence : null }
}

function inside(thing: unknown, name: string): unknown {
  return typeof thing === 'object' && thing !== null
    ? Object.entries(thing).find(([key]) => key === name)?.[1]
    : undefined
}

export function isSentFile(value: unknown): value is SentFile {
  return (
    typeof inside(value, 'name') === 'string' &&
    typeof inside(value, 'sha256') === 'string' &&
    typeof inside(value, 'size') === 'number'
  )
}
