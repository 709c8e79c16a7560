import { useEffect, useState } from "react";

/** A value once it has stayed the same for so many milliseconds; for what is dear to ask and need not follow every key. */
export function useSettled<Value>(value: Value, pause: number): Value {
  const [settled, setSettled] = useState(value);
  const written = JSON.stringify(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(JSON.parse(written)), pause);
    return () => clearTimeout(timer);
  }, [written, pause]);
  return settled;
}
