import { useQueryClient } from "@tanstack/react-query"
import { useEffect, useRef, useState } from "react"
import { erasePerson, profilesQueryKeys } from "./api/profiles"

type Progress = { done: number; of: number }

/** Erases people one after the other, tells how far it is, and can be stopped after the one it is at. */
export function useEraseMany() {
  const client = useQueryClient()
  const [progress, setProgress] = useState<Progress | null>(null)
  const stopped = useRef(false)
  const stop = () => {
    stopped.current = true
  }
  useEffect(() => stop, [])

  /** @returns how many are erased, and why some are not */
  const erase = async (ids: string[]): Promise<{ erased: string[]; failures: string[] }> => {
    stopped.current = false
    const erased: string[] = []
    const failures: string[] = []
    for (const id of ids) {
      if (stopped.current) break
      setProgress({ done: erased.length + failures.length, of: ids.length })
      await erasePerson(id).then(
        () => erased.push(id),
        (error: Error) => failures.push(error.message)
      )
    }
    setProgress(null)
    await client.invalidateQueries({ queryKey: profilesQueryKeys.lists() })
    return { erased, failures }
  }
  return { erase, stop, progress }
}
