/** What went wrong with a request, from the server's problem details (RFC 9457) or from its silence. */

import type { JudgementRow } from "./types";

export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  cure?: string;
  /** of a judgement on an incident that has changed: what it is now (null: no more), and who changed it */
  version?: string | null;
  judgements?: JudgementRow[];
}

export class ApiError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail || problem.title);
    this.name = "ApiError";
    this.problem = problem;
  }

  get status(): number {
    return this.problem.status;
  }
}

/** No answer at all: the server is not there. */
export function unreachable(cause: unknown): ApiError {
  const detail = cause instanceof Error ? cause.message : String(cause);
  return new ApiError({ type: "about:blank", title: "unreachable", status: 0, detail });
}

export async function refused(answer: Response): Promise<ApiError> {
  const told = await answer.json().catch(() => null);
  const problem = isProblem(told) ? told : {};
  return new ApiError({
    type: "about:blank",
    title: answer.statusText,
    detail: "",
    ...problem,
    status: answer.status,
  });
}

function isProblem(value: unknown): value is Partial<Problem> {
  return typeof value === "object" && value !== null && ("title" in value || "detail" in value);
}
