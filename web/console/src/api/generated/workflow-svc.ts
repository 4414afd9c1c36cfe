// Made by `make api` from workflow-svc's OpenAPI document, sha256 4f87b9d20746540bf91a6f9644ad639eb145efd8bfb537e53fe79bd9f8cc5145; not edited.
export interface paths {
    "/v1/absence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description The caller will be away: his late tasks go to the deputy, and none is handed to him. A later one takes the place
         *     of the one before.
         *
         *     Permission: `task.work`.
         */
        post: operations["note_absence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/absence/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description The caller is back.
         *
         *     Permission: `task.work`.
         */
        post: operations["end_absence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/consumers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description The consuming processes of this service that are there, each as it says it is.
         *
         *     Permission: `dead-letter.read`.
         */
        get: operations["list_consumers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/consumers/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Lets consumers that stopped after too many dead letters go on, behind those letters, within seconds.
         *
         *     Permission: `consumer.resume`.
         */
        post: operations["resume_consumers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/dead-letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description Dead letters of this service, newest first.
         *
         *     Permission: `dead-letter.read`.
         */
        get: operations["list_dead_letters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/dead-letters/{letter_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description One letter, in whatever state it is.
         *
         *     Permission: `dead-letter.read`.
         */
        get: operations["get_dead_letter"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/dead-letters/{letter_id}/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Proposes to forget a letter without handling it; another person has to confirm.
         *
         *     Permission: `dead-letter.discard`.
         */
        post: operations["propose_discard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/dead-letters/{letter_id}/discard/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Discards a letter that another person has proposed to discard. It stays, and is never tried again.
         *
         *     Permission: `dead-letter.discard`.
         */
        post: operations["confirm_discard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/dead-letters/{letter_id}/discard/rejection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Leaves a letter that was proposed to be discarded as it was.
         *
         *     Permission: `dead-letter.discard`.
         */
        post: operations["reject_discard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/dead-letters/{letter_id}/rehearsal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description A replay as a dry run: the handler does its work in a transaction that is rolled back. Nothing is kept or sent,
         *     the letter stays as it is.
         *
         *     Permission: `dead-letter.replay`.
         */
        post: operations["rehearse_dead_letter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/dead-letters/{letter_id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Hands a dead letter to its handler again.
         *
         *     Permission: `dead-letter.replay`.
         */
        post: operations["replay_dead_letter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/legal-holds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description Legal holds of this service, newest first.
         *
         *     Permission: `retention.read`.
         */
        get: operations["list_legal_holds"];
        put?: never;
        /**
         * @description Nothing about the application or the customer goes from this service from now on.
         *
         *     Permission: `legal-hold.place`.
         */
        post: operations["place_legal_hold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/legal-holds/{hold_id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Ends a hold; another person than who placed it does. What is due goes with the next run.
         *
         *     Permission: `legal-hold.release`.
         */
        post: operations["release_legal_hold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/outbox/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Tries messages again that the broker has refused, once what it takes has been changed.
         *
         *     Permission: `outbox.replay`.
         */
        post: operations["release_outbox"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/outbox/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Publishes retained outbox rows again; inboxes make the second delivery harmless.
         *
         *     Permission: `outbox.replay`.
         */
        post: operations["replay_outbox"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/parameter-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description Proposed changes and what became of them, newest first.
         *
         *     Permission: `parameter.read`.
         */
        get: operations["list_parameter_changes"];
        put?: never;
        /**
         * @description Proposes a value; it holds from its day on when another person has approved it.
         *
         *     Permission: `parameter.propose`.
         */
        post: operations["propose_parameter_change"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/parameter-changes/{change_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description One proposed change; its ETag is for If-Match.
         *
         *     Permission: `parameter.read`.
         */
        get: operations["get_parameter_change"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/parameter-changes/{change_id}/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Puts a proposed value in force from its day on; another person than the proposer does.
         *
         *     Permission: `parameter.approve`.
         */
        post: operations["approve_parameter_change"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/parameter-changes/{change_id}/rejection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Ends a proposal that is not wanted; another person than the proposer does.
         *
         *     Permission: `parameter.approve`.
         */
        post: operations["reject_parameter_change"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/parameter-changes/{change_id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Takes one's own proposal back.
         *
         *     Permission: `parameter.propose`.
         */
        post: operations["withdraw_parameter_change"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/parameter-kinds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description The codes that this service reads, and what their values may be; one page holds them all.
         *
         *     Permission: `parameter.read`.
         */
        get: operations["list_parameter_kinds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/parameters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description Every value of this service, past and future ones included; there are few, so one page holds them all.
         *
         *     Permission: `parameter.read`.
         */
        get: operations["list_parameters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/retention/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description Every rule of this service with the period that holds today; one page holds them all.
         *
         *     Permission: `retention.read`.
         */
        get: operations["list_retention_rules"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/retention/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description What was taken away, newest first.
         *
         *     Permission: `retention.read`.
         */
        get: operations["list_retention_runs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/runtime": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description What the process that answers takes and does; where a service has several, ask Prometheus for all of them.
         *
         *     Permission: `dead-letter.read`.
         */
        get: operations["get_runtime"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/applications/{application_id}/case": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description The case of an application; what it shows depends on the caller as in `get_case_view`.
         *
         *     Permission: `case.read`.
         */
        get: operations["get_case_of"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/applications/{application_id}/checkpoints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description All evidence that the tasks of an application have needed, with who recorded which paper when; one page.
         *
         *     Permission: `case.read`.
         */
        get: operations["list_checkpoints_of"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/applications/{application_id}/decision-evaluations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description The decisions that an application's case asked: what they were told, what they gave, and by which rules.
         *
         *     Permission: `assessment.read`.
         */
        get: operations["list_decision_evaluations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/applications/{application_id}/reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description What the borrower has asked about the decision, and the answers for him.
         *
         *     Permission: `review.read`.
         */
        get: operations["list_reviews"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/authorities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description Who may approve how much, since when and by whose word: grants and proposals, the newest first. Where none fits,
         *     the parameter `authority.<role>` says it.
         *
         *     Permission: `authority.read`.
         */
        get: operations["list_authorities"];
        put?: never;
        /**
         * @description Proposes up to how much a role, or one person of it, may approve alone: by branch, product, grade, exception. The
         *     one that names most counts. Another person approves it.
         *
         *     Permission: `authority.propose`.
         */
        post: operations["propose_authority"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/authorities/{grant_id}/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description It counts from its first day on; never by its proposer, nor by the person whom it names.
         *
         *     Permission: `authority.approve`.
         */
        post: operations["approve_authority"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/authorities/{grant_id}/rejection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Turns a proposal down; never by its proposer, who withdraws.
         *
         *     Permission: `authority.approve`.
         */
        post: operations["reject_authority"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/authorities/{grant_id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Takes one's own proposal back.
         *
         *     Permission: `authority.propose`.
         */
        post: operations["withdraw_authority"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{case_id}/decision-page": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description All that an approver decides on: what was asked for, sources and how old they are, screening, assessment, the
         *     rules that were hit, documents, what the customer has had from us, decided cases like it and what became of them,
         *     what is recommended, what binds him. A part that the caller's permissions do not cover is not in the answer.
         *
         *     Permission: `case.read`.
         */
        get: operations["get_decision_page"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{case_id}/view": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description Everything a reviewer decides on, in one answer, as far as the caller's permissions go: what was collected and
         *     assessed needs `assessment.read`, what was screened and the comments of who decided need `screening.read`.
         *     `withheld` names what was left out.
         *
         *     Permission: `case.read`.
         */
        get: operations["get_case_view"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/checkpoints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description Evidence that running cases of the caller's roles lack, or that lapses, what turns first. Auditors see every
         *     role's.
         *
         *     Permission: `task.read`.
         */
        get: operations["list_checkpoints"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/colleagues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description Whom the caller may hand a task to: those with a role of his who have worked here, of branches that he sees.
         *
         *     Permission: `task.work`.
         */
        get: operations["list_colleagues"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/committees": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description Committees and proposals of them, the newest first. Of those approved the one sits that began last, a branch's
         *     own before that of all; where none was appointed, whoever has the role votes.
         *
         *     Permission: `authority.read`.
         */
        get: operations["list_committees"];
        put?: never;
        /**
         * @description Proposes who votes, in secret or openly, and who has the last word. Another person approves it.
         *
         *     Permission: `authority.propose`.
         */
        post: operations["propose_committee"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/committees/{committee_id}/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description It hears what is opened from its first day on; never by its proposer.
         *
         *     Permission: `authority.approve`.
         */
        post: operations["approve_committee"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/committees/{committee_id}/rejection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Turns a proposal down; never by its proposer, who withdraws.
         *
         *     Permission: `authority.approve`.
         */
        post: operations["reject_committee"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/committees/{committee_id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Takes one's own proposal back.
         *
         *     Permission: `authority.propose`.
         */
        post: operations["withdraw_committee"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/decision-checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description All that keeps a decision from being published; nothing is kept.
         *
         *     Permission: `process.propose`.
         */
        post: operations["check_decision"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/decision-simulations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description What a draft would have said of the newest cases, and the version in force beside it; nothing is kept. What a
         *     case did not know is missing for a draft that asks for it.
         *
         *     Permission: `process.propose`.
         */
        post: operations["simulate_decision"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description Every published version; there are few, so one page holds them all.
         *
         *     Permission: `process.read`.
         */
        get: operations["list_decisions"];
        put?: never;
        /**
         * @description Checks a decision against its examples and proposes it. Another person publishes it:
         *     POST /v1/definition-changes/{change_id}/approval.
         *
         *     Permission: `process.propose`.
         */
        post: operations["propose_decision"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/decisions/{code}/versions/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description A version as it was written.
         *
         *     Permission: `process.read`.
         */
        get: operations["get_decision"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/decisions/{code}/versions/{version}/trials": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description What a version gives of what it is told, with its trace; nothing is kept.
         *
         *     Permission: `process.propose`.
         */
        post: operations["try_decision"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/definition-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description Proposed decisions, bindings, retirements and migrations, and what became of them, newest first.
         *
         *     Permission: `process.read`.
         */
        get: operations["list_definition_changes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/definition-changes/{change_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description A change with what was proposed.
         *
         *     Permission: `process.read`.
         */
        get: operations["get_definition_change"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/definition-changes/{change_id}/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Puts a change in force; a decision is checked again. Never by its proposer.
         *
         *     Permission: `process.approve`.
         */
        post: operations["approve_definition_change"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/definition-changes/{change_id}/rejection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Refuses a change; never by its proposer, who withdraws.
         *
         *     Permission: `process.approve`.
         */
        post: operations["reject_definition_change"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/definition-changes/{change_id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Takes one's own change back.
         *
         *     Permission: `process.propose`.
         */
        post: operations["withdraw_definition_change"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/definition-drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description Drafts that somebody works on, those that were begun last first.
         *
         *     Permission: `process.propose`.
         */
        get: operations["list_drafts"];
        put?: never;
        /**
         * @description Keeps a draft of a process or a decision. It is not checked: POST /v1/process-checks and
         *     /v1/decision-checks do that, and proposing it.
         *
         *     Permission: `process.propose`.
         */
        post: operations["begin_draft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/definition-drafts/{draft_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description A draft with what it holds; its ETag is for If-Match.
         *
         *     Permission: `process.propose`.
         */
        get: operations["get_draft"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/definition-drafts/{draft_id}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Saves one's own draft; with If-Match only what nobody has saved meanwhile.
         *
         *     Permission: `process.propose`.
         */
        post: operations["save_draft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/definition-drafts/{draft_id}/disposal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Throws one's own draft away with what it holds.
         *
         *     Permission: `process.propose`.
         */
        post: operations["discard_draft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/my/applications/{application_id}/reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description What the borrower has asked about the decision, and the answers for him.
         *
         *     Permission: `own-review.read`.
         */
        get: operations["list_own_reviews"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/process-bindings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description All bindings and retired versions, with the days from which and until which they hold.
         *
         *     Permission: `process.read`.
         */
        get: operations["get_bindings"];
        put?: never;
        /**
         * @description On which version whose applications shall start, from a day on. Another person puts it in force.
         *
         *     Permission: `process.propose`.
         */
        post: operations["propose_binding"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/process-checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description All that keeps a draft from being published, by element; nothing is kept.
         *
         *     Permission: `process.propose`.
         */
        post: operations["check_process"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/process-proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description Proposed processes and what became of them, newest first.
         *
         *     Permission: `process.read`.
         */
        get: operations["list_process_proposals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/process-proposals/{proposal_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description A proposed process with its BPMN 2.0 XML.
         *
         *     Permission: `process.read`.
         */
        get: operations["get_process_proposal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/process-proposals/{proposal_id}/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Publishes a proposed process as the next version: new cases start on it. It is checked again; never by its
         *     proposer.
         *
         *     Permission: `process.approve`.
         */
        post: operations["approve_process"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/process-proposals/{proposal_id}/rejection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Refuses a proposed process; never by its proposer, who withdraws.
         *
         *     Permission: `process.approve`.
         */
        post: operations["reject_process"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/process-proposals/{proposal_id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Takes one's own proposal back.
         *
         *     Permission: `process.propose`.
         */
        post: operations["withdraw_process"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/process-simulations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Plays a draft over given facts, or over what the cases that were decided last were answered, and the version in
         *     force beside it. A step that the facts do not answer runs out of time. Nothing is asked of anybody, nothing kept.
         *
         *     Permission: `process.propose`.
         */
        post: operations["simulate_process"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/processes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description Every published version; there are few, so one page holds them all.
         *
         *     Permission: `process.read`.
         */
        get: operations["list_processes"];
        put?: never;
        /**
         * @description Checks a process, proves which executor may run it, and proposes it. Another person publishes it:
         *     POST /v1/process-proposals/{proposal_id}/approval.
         *
         *     Permission: `process.propose`.
         */
        post: operations["propose_process"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/processes/{code}/adoption": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description How far a version has come: of the newest 1,000 cases of the process those on it, by branch, and their share of
         *     all of the branch.
         *
         *     Permission: `process.read`.
         */
        get: operations["get_adoption"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/processes/{code}/event-log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description What happened to the decided cases of a process, as XES; of who sees one branch alone, those of the branch.
         *
         *     Permission: `funnel.read`.
         */
        get: operations["get_event_log"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/processes/{code}/figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description How many cases ended between two days, how they ended and how long they took, how often each flow was taken, and
         *     where running cases wait. How long each step takes people tells `get_task_figures`. At most a year at once.
         *
         *     Permission: `funnel.read`.
         */
        get: operations["get_process_figures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/processes/{code}/migration-checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description A dry run: which of the chosen cases could go to a version, why not the others, and which timers would begin.
         *
         *     Permission: `process.propose`.
         */
        post: operations["check_migration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/processes/{code}/migrations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description The chosen cases shall go to a version. Another person does it, in one commit: those that can be moved then.
         *
         *     Permission: `process.propose`.
         */
        post: operations["propose_migration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/processes/{code}/versions/{version}/activity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description How many cases stand at each element of a version, how many tasks are late, how many were done within the last
         *     hour; no person, no application.
         *
         *     Permission: `process.read`.
         */
        get: operations["get_activity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/processes/{code}/versions/{version}/bpmn": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description The BPMN 2.0 XML of a version.
         *
         *     Permission: `process.read`.
         */
        get: operations["get_process_bpmn"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/processes/{code}/versions/{version}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description What a version has that an earlier one has not: elements, attributes, figures, flows and their conditions.
         *
         *     Permission: `process.read`.
         */
        get: operations["list_process_changes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/processes/{code}/versions/{version}/retirement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description No case shall start on a version from a day on; running ones go on. Another person puts it in force.
         *
         *     Permission: `process.propose`.
         */
        post: operations["propose_retirement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/role-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description Changes of roles with who proposed and who decided them, the newest first.
         *
         *     Permission: `staff.read`.
         */
        get: operations["list_role_changes"];
        put?: never;
        /**
         * @description Proposes which roles somebody shall hold; never the proposer's own. Another person approves it.
         *
         *     Permission: `staff.propose`.
         */
        post: operations["propose_role_change"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/role-changes/{change_id}/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description It is carried out at once, and ends the sessions of whom it is about; never by its proposer, nor by him.
         *
         *     Permission: `staff.approve`.
         */
        post: operations["approve_role_change"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/role-changes/{change_id}/rejection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Turns a proposal down; never by its proposer, who withdraws.
         *
         *     Permission: `staff.approve`.
         */
        post: operations["reject_role_change"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/role-changes/{change_id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Takes one's own proposal back.
         *
         *     Permission: `staff.propose`.
         */
        post: operations["withdraw_role_change"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description Who works here, with which roles and where, as whoever signs people in has told; who has left has no role.
         *
         *     Permission: `staff.read`.
         */
        get: operations["list_staff"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description What two persons have decided and whoever signs people in has not done yet, in its order.
         *
         *     Permission: `staff.report`.
         */
        get: operations["list_staff_orders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Whoever signs people in tells who can. A change that two persons decided counts as carried out with it.
         *
         *     Permission: `staff.report`.
         */
        post: operations["report_staff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/task-figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description How many tasks were completed, how many of them late, how long they took, waited, and were worked on. By person
         *     each counts who decided or voted. At most a year at once.
         *
         *     Permission: `funnel.read`.
         */
        get: operations["get_task_figures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description The inbox of the caller's roles: what waits, the overdue first, then by due time; behind it what is closed, the
         *     newest first. Auditors see every role's.
         *
         *     Permission: `task.read`.
         */
        get: operations["list_tasks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks/{task_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description One task of the caller's inbox, or one that he has worked on; auditors see every task.
         *
         *     Permission: `task.read`.
         */
        get: operations["get_task"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks/{task_id}/claim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description The caller takes the task.
         *
         *     Permission: `task.work`.
         */
        post: operations["claim_task"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks/{task_id}/completion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Decides the task, or votes on it; the case goes on in the same commit.
         *
         *     Permission: `task.work`.
         */
        post: operations["complete_task"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks/{task_id}/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Keeps a paper as evidence for a task that cannot be completed without it; again, while the case runs, to renew
         *     what lapses. Who records it decides nothing about the case later.
         *
         *     Permission: `task.work`.
         */
        post: operations["record_evidence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks/{task_id}/minutes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description The minutes of a vote that has ended, as PDF (PDF/A-2b): the same bytes each time. Of a secret ballot they say
         *     how many voted how and for which reasons, and not who.
         *
         *     Permission: `screening.read`.
         */
        get: operations["get_minutes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks/{task_id}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description What was written about a task, in order; there is little, so one page holds it.
         *
         *     Permission: `task.read`.
         */
        get: operations["list_task_notes"];
        put?: never;
        /**
         * @description Writes about a task; who is mentioned is told, wherever he works.
         *
         *     Permission: `task.work`.
         */
        post: operations["note_on_task"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks/{task_id}/reassignment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description The caller hands the task to another person, who has worked here and may work on it (`list_colleagues`).
         *
         *     Permission: `task.work`.
         */
        post: operations["reassign_task"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks/{task_id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description The caller gives the task back to the inbox.
         *
         *     Permission: `task.work`.
         */
        post: operations["release_task"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks/{task_id}/resumption": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Somebody of its role lets it go on, in the hands in which it was, with the working time that was left.
         *
         *     Permission: `task.work`.
         */
        post: operations["resume_task"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks/{task_id}/retrieval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description The caller takes back what he handed over, while it waits.
         *
         *     Permission: `task.work`.
         */
        post: operations["take_task_back"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks/{task_id}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description The caller gives the task back to who handed it over to him.
         *
         *     Permission: `task.work`.
         */
        post: operations["send_task_back"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks/{task_id}/snooze": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description The caller lays his task aside and is reminded then; its due time runs on.
         *
         *     Permission: `task.work`.
         */
        post: operations["snooze_task"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks/{task_id}/step-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Who has a task sends its case back to an earlier one (退回). It opens anew, in the hands of who has done it if he
         *     still may. His own task is closed, and comes again. The answer is the task that was opened.
         *
         *     Permission: `task.work`.
         */
        post: operations["step_back"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks/{task_id}/suspension": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description The caller lets the time of his task stand still, while something outside is awaited.
         *
         *     Permission: `task.work`.
         */
        post: operations["suspend_task"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description How many tasks wait in the inbox of the caller's roles, by role, branch, stage and product; exact at one moment.
         *     Auditors see every role's.
         *
         *     Permission: `task.read`.
         */
        get: operations["count_tasks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * AbsenceBody
         * @description From when until when the caller is away, and who stands in for him.
         */
        AbsenceBody: {
            /**
             * Begins
             * Format: date-time
             * @example 2026-10-08T01:00:00Z
             */
            begins: string;
            /**
             * Deputy
             * @description The subject of his token: a name for people, never a number of theirs
             * @example u-approver-2
             */
            deputy?: string | null;
            /**
             * Ends
             * Format: date-time
             * @example 2026-10-16T01:00:00Z
             */
            ends: string;
        };
        /**
         * AbsenceView
         * @description When somebody is away.
         */
        AbsenceView: {
            /**
             * Begins
             * Format: date-time
             */
            begins: string;
            /** Deputy */
            deputy: string | null;
            /**
             * Ends
             * Format: date-time
             */
            ends: string;
        };
        /**
         * ActivityView
         * @description Of the newest 1,000 cases of the process those on the version.
         */
        ActivityView: {
            /**
             * Items
             * @description Where most wait first
             */
            items: components["schemas"]["ElementActivityView"][];
            /** Running */
            running: number;
        };
        /**
         * AdoptionView
         * @description How many cases of a branch run on a version, or have ended on it.
         */
        AdoptionView: {
            /** Branch */
            branch: string;
            /** Ended */
            ended: number;
            /**
             * First At
             * Format: date-time
             * @description When the first of them began
             */
            first_at: string;
            /**
             * Last At
             * Format: date-time
             */
            last_at: string;
            /** Running */
            running: number;
            /**
             * Share
             * @description Of all cases of the process in the branch
             */
            share: number;
            /** Version */
            version: number;
        };
        /**
         * AnswerView
         * @description What a decision gives.
         */
        AnswerView: {
            /**
             * Fallback
             * @description Why the careful answer was given; empty where a rule gave it
             */
            fallback: string;
            /** Result */
            result: {
                [key: string]: unknown;
            };
        };
        /**
         * ApprovalDecided
         * @description The one decision of an approval; postloan-svc does what was approved, or does not.
         */
        ApprovalDecided: {
            /**
             * Amount Minor
             * @description As it was asked for
             * @example 1000000
             */
            amount_minor: number;
            /**
             * Application Id
             * Format: uuid
             */
            application_id: string;
            /**
             * Approval Id
             * Format: uuid
             * @description The change of the loan, at postloan-svc
             */
            approval_id: string;
            /**
             * Case Id
             * Format: uuid
             */
            case_id: string;
            /**
             * Conditions
             * @description What was approved on (values.CONDITIONS)
             * @default []
             */
            conditions?: string[];
            /**
             * Decided At
             * Format: date-time
             */
            decided_at: string;
            /** Decided By */
            decided_by: string;
            /**
             * Loan Id
             * Format: uuid
             */
            loan_id: string;
            /** @description APPROVED or DECLINED */
            outcome: components["schemas"]["Outcome"];
            /**
             * Reasons
             * @default []
             */
            reasons?: components["schemas"]["Reason"][];
            /**
             * Sequence
             * @description Position among the facts of the aggregate that the key names
             * @default 0
             */
            sequence?: number;
            /** @description What shall be done with the loan */
            subject: components["schemas"]["ApprovalSubject"];
            /**
             * Versions
             * @default {}
             */
            versions?: {
                [key: string]: string;
            };
        };
        /**
         * ApprovalRequested
         * @description postloan-svc asks that an act on a loan is approved by a process. Nothing changes before, and it is done by who
         *     asked for it.
         */
        ApprovalRequested: {
            /**
             * Amount Minor
             * @description What the act is about: what is owed, or let go
             * @example 1000000
             */
            amount_minor: number;
            /**
             * Annual Rate
             * @description Of the loan, as it is
             * @example 0.072
             */
            annual_rate: string;
            /**
             * Application Id
             * Format: uuid
             */
            application_id: string;
            /**
             * Approval Id
             * Format: uuid
             * @description The change of the loan, at postloan-svc
             */
            approval_id: string;
            /** Branch */
            branch: string;
            /**
             * Channel
             * @default branch
             */
            channel?: string;
            /**
             * Committee Over Minor
             * @description Above this amount a committee decides (§15.7)
             * @default 50000000
             * @example 1000000
             */
            committee_over_minor?: number;
            /**
             * Customer Id
             * Format: uuid
             */
            customer_id: string;
            /**
             * Loan Id
             * Format: uuid
             */
            loan_id: string;
            /** Loan No */
            loan_no: string;
            /** Process Code */
            process_code: string;
            /** Product Code */
            product_code: string;
            repayment_method: components["schemas"]["RepaymentMethod"];
            /**
             * Requested At
             * Format: date-time
             * @description When
             */
            requested_at: string;
            /**
             * Requested By
             * @description May not approve it (R-9.10)
             */
            requested_by: string;
            /**
             * Sequence
             * @description Position among the facts of the aggregate that the key names
             * @default 0
             */
            sequence?: number;
            /** @description What shall be done with the loan */
            subject: components["schemas"]["ApprovalSubject"];
            /** Term Months */
            term_months: number;
        };
        /**
         * ApprovalSubject
         * @description What shall be done with a loan.
         * @enum {string}
         */
        ApprovalSubject: "RESTRUCTURING" | "WAIVER" | "WRITE_OFF";
        /**
         * AskedForView
         * @description What was asked for, and what the customer has declared and owes.
         */
        AskedForView: {
            /** Amount Minor */
            amount_minor: number;
            /** Application No */
            application_no: string;
            /** Branch */
            branch: string;
            /** Channel */
            channel: string;
            /**
             * Customer Id
             * Format: uuid
             */
            customer_id: string;
            /** Customer Type */
            customer_type: string;
            declared: components["schemas"]["DeclaredFacts"];
            /**
             * Own Debt Service Minor
             * @description What all loans of ours cost him a month
             */
            own_debt_service_minor: number;
            /**
             * Own Exposure Minor
             * @description What he owes us or was approved without collateral beside this
             */
            own_exposure_minor: number;
            /** Product Code */
            product_code: string;
            /** Product Version */
            product_version: number;
            /** Purpose */
            purpose: string;
            repayment_method: components["schemas"]["RepaymentMethod"];
            /**
             * Submitted At
             * Format: date-time
             */
            submitted_at: string;
            /** Term Months */
            term_months: number;
        };
        /**
         * AttachedBody
         * @description A document of application-svc, with the hash of the content that is meant.
         */
        AttachedBody: {
            /**
             * Document Id
             * Format: uuid
             * @example 019bd906-1280-798f-a429-4925d566d08d
             */
            document_id: string;
            /**
             * Sha256
             * @example abababababababababababababababababababababababababababababababab
             */
            sha256: string;
        };
        /**
         * AttachedView
         * @description A document that a note names.
         */
        AttachedView: {
            /**
             * Document Id
             * Format: uuid
             */
            document_id: string;
            /** Sha256 */
            sha256: string;
        };
        /**
         * AuthorityBody
         * @description Up to how much whoever has a role may approve alone. What is left out holds whatever it is.
         * @example {
         *       "grade": "D",
         *       "most_minor": 10000000,
         *       "reason": "D 级客户单户不超过十万元",
         *       "role": "approver",
         *       "valid_from": "2099-01-01"
         *     }
         */
        AuthorityBody: {
            /**
             * Branch
             * @example 990101
             */
            branch?: string | null;
            /** @description Of approvals that need this exception alone, beside what else binds */
            exception?: components["schemas"]["Exceptional"] | null;
            /**
             * Grade
             * @description Of the assessment
             * @example D
             */
            grade?: string | null;
            /**
             * Most Minor
             * @description 0 takes it away
             * @example 10000000
             */
            most_minor: number;
            /**
             * Product Code
             * @example PCL-ONLINE
             */
            product_code?: string | null;
            /**
             * Reason
             * @example D 级客户单户不超过十万元
             */
            reason: string;
            /**
             * Role
             * @example approver
             */
            role: string;
            /** Subject */
            subject?: string | null;
            /**
             * Valid From
             * Format: date
             * @example 2099-01-01
             */
            valid_from: string;
            /**
             * Valid To
             * @description The last day; absent: until another one begins
             */
            valid_to?: string | null;
        };
        /**
         * AuthorityDecisionBody
         * @description Why it is decided so; it goes into no message.
         */
        AuthorityDecisionBody: {
            /**
             * Reason
             * @example 第 12 次风险会议通过
             */
            reason?: string | null;
        };
        /**
         * AuthorityView
         * @description A grant of authority, or the proposal of one, and what became of it.
         */
        AuthorityView: {
            /** Branch */
            branch: string | null;
            /** Decided At */
            decided_at: string | null;
            /** Decided By */
            decided_by: string | null;
            /** Decision Reason */
            decision_reason: string | null;
            /** Exception */
            exception: string | null;
            /** Grade */
            grade: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Most Minor */
            most_minor: number;
            /** Product Code */
            product_code: string | null;
            /**
             * Proposed At
             * Format: date-time
             */
            proposed_at: string;
            /** Proposed By */
            proposed_by: string;
            /** Reason */
            reason: string;
            /** Role */
            role: string;
            status: components["schemas"]["ProposedStatus"];
            /** Subject */
            subject: string | null;
            /**
             * Valid From
             * Format: date
             */
            valid_from: string;
            /** Valid To */
            valid_to: string | null;
        };
        /**
         * BindingBody
         * @description On which version whose applications start, and from when until when.
         */
        BindingBody: {
            /**
             * Process Code
             * @description The process that the product names
             * @example personal-credit
             */
            process_code: string;
            /**
             * @default {}
             * @example {
             *       "branch": "310000-01"
             *     }
             */
            scope?: components["schemas"]["ScopeBody"];
            /**
             * Target
             * @description The process that they start on
             * @example personal-credit
             */
            target: string;
            /**
             * Valid From
             * Format: date
             * @example 2030-01-01
             */
            valid_from: string;
            /**
             * Valid To
             * @description The first day on which it holds no more
             * @example 2031-01-01
             */
            valid_to?: string | null;
            /**
             * Version
             * @description Absent: always the newest
             */
            version?: number | null;
        };
        /**
         * BindingsView
         * @description All bindings and all retired versions.
         */
        BindingsView: {
            /** Bindings */
            bindings: components["schemas"]["BindingView"][];
            /** Retired */
            retired: components["schemas"]["RetirementView"][];
        };
        /**
         * BindingView
         * @description A binding in force, before or after it was.
         */
        BindingView: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Process Code */
            process_code: string;
            /** Scope */
            scope: {
                [key: string]: unknown;
            };
            /** Target */
            target: string;
            /**
             * Valid From
             * Format: date
             */
            valid_from: string;
            /** Valid To */
            valid_to: string | null;
            /** Version */
            version: number | null;
        };
        /**
         * BoundsView
         * @description Within what a verdict on the case must stay. Where `assessed_rate` is null, an approval names a rate.
         */
        BoundsView: {
            /** Accepted Documents */
            accepted_documents: string[];
            /** Assessed Rate */
            assessed_rate: string | null;
            /**
             * Barred
             * @description Nobody approves: a fraud rule declines it
             */
            barred: boolean;
            /**
             * Highest Minor
             * @description What was asked for, as far as the law leaves it (R-2.5a)
             */
            highest_minor: number;
            /** Highest Rate */
            highest_rate: string | null;
            /**
             * Lacking
             * @description Exceptions that an approval of any amount needs; two people sign them
             */
            lacking: string[];
            /**
             * Limit Minor
             * @description Above it an approval is the exception ABOVE_LIMIT; null: not assessed
             */
            limit_minor: number | null;
            /** Lowest Minor */
            lowest_minor: number;
        };
        /**
         * BureauFacts
         * @description Figures derived from the credit report (domain.md §7.1), summary and detail together: the worse of them counts.
         *
         *     A late month is a calendar month in which any account was late, counted once with its worst status.
         */
        BureauFacts: {
            /**
             * Bad Class Accounts
             * @description Accounts of class substandard, doubtful, loss or default
             * @default 0
             */
            bad_class_accounts?: number;
            /**
             * Bad Debts
             * @description Accounts written off, or about to be (呆账)
             * @default 0
             */
            bad_debts?: number;
            /**
             * Bad Guarantees
             * @description Of these: loans in a bad class, or over 60 days late
             * @default 0
             */
            bad_guarantees?: number;
            /**
             * Bad Transactions
             * @description Debts that the guarantor paid, assets settled, or the lender enforced or wrote off
             * @default 0
             */
            bad_transactions?: number;
            /**
             * Card Balance Minor
             * @description Owed on cards; a part of it is debt service every month
             * @default 0
             * @example 1000000
             */
            card_balance_minor?: number;
            /**
             * Card Limit Minor
             * @description Money in minor units (fen)
             * @default 0
             * @example 1000000
             */
            card_limit_minor?: number;
            /**
             * Card Used Minor
             * @description Drawn on cards and revolving loans
             * @default 0
             * @example 1000000
             */
            card_used_minor?: number;
            /**
             * Current Overdue Minor
             * @description Money in minor units (fen)
             * @default 0
             * @example 1000000
             */
            current_overdue_minor?: number;
            /**
             * Doubtful Guarantees
             * @description Of these: loans that are late or under special mention
             * @default 0
             */
            doubtful_guarantees?: number;
            /**
             * Eased Transactions
             * @description Debts extended, deferred, forgiven in part or sold
             * @default 0
             */
            eased_transactions?: number;
            /**
             * Enforced Accounts
             * @description Accounts enforced by a court or closed by force
             * @default 0
             */
            enforced_accounts?: number;
            /**
             * Enforcement Records
             * @description Public records: enforcement by courts
             * @default 0
             */
            enforcement_records?: number;
            /**
             * Guarantee Balance Minor
             * @description Balance of others' loans that the person answers for
             * @default 0
             * @example 1000000
             */
            guarantee_balance_minor?: number;
            /**
             * Judgment Records
             * @description Public records: civil judgments
             * @default 0
             */
            judgment_records?: number;
            /**
             * Late 1 24M
             * @description Late months of 24 with worst status 1 (1-30 days)
             * @default 0
             */
            late_1_24m?: number;
            /**
             * Late 2 24M
             * @description Late months of 24 with worst status 2 (31-60 days)
             * @default 0
             */
            late_2_24m?: number;
            /**
             * Late 3 24M
             * @description Late months of 24 with worst status 3 (61-90 days)
             * @default 0
             */
            late_3_24m?: number;
            /**
             * Late 4Plus 24M
             * @description Late months of 24 with worst status 4 and worse (over 90 days)
             * @default 0
             */
            late_4plus_24m?: number;
            /**
             * Late Months 60M
             * @description Late months of 60
             * @default 0
             */
            late_months_60m?: number;
            /**
             * Late Run 24M
             * @description Longest run of late months of 24; a month of status k ends a run of k at least
             * @default 0
             */
            late_run_24m?: number;
            /**
             * Monthly Debt Service Minor
             * @description Dues of loans of other lenders; those of cards and ours are not told
             * @default 0
             * @example 1000000
             */
            monthly_debt_service_minor?: number;
            /**
             * Mortgage Accounts
             * @description Open accounts of business type 11
             */
            mortgage_accounts: number;
            /**
             * Open Accounts
             * @description Loans and cards that are open
             */
            open_accounts: number;
            /**
             * Overdue Accounts
             * @description Accounts that are overdue now by state, instalments or amount
             * @default 0
             */
            overdue_accounts?: number;
            /**
             * Penalty Records
             * @description Public records: administrative penalties
             * @default 0
             */
            penalty_records?: number;
            /**
             * Queries 1M
             * @description Queries for new credit in the last month
             * @default 0
             */
            queries_1m?: number;
            /**
             * Queries 3M
             * @default 0
             */
            queries_3m?: number;
            /**
             * Query Orgs 7D
             * @description Different institutions behind approval queries of 7 days (F-01)
             * @default 0
             */
            query_orgs_7d?: number;
            /**
             * Query Orgs 30D
             * @description The same of 30 days
             * @default 0
             */
            query_orgs_30d?: number;
            /**
             * Query Orgs 90D
             * @description The same of 90 days
             * @default 0
             */
            query_orgs_90d?: number;
            /**
             * Recovered Debts
             * @description Debts that others recover from the person (被追偿), running
             * @default 0
             */
            recovered_debts?: number;
            /**
             * Recovered Debts Ended
             * @description The same, ended
             * @default 0
             */
            recovered_debts_ended?: number;
            /**
             * Restricted Accounts
             * @description Accounts frozen, stopped or short of collateral
             * @default 0
             */
            restricted_accounts?: number;
            /**
             * Revolving Utilisation
             * @description Used over limit of revolving accounts; above 1 when overdrawn
             */
            revolving_utilisation: string;
            /**
             * Tax Arrears Records
             * @description Public records: unpaid taxes
             * @default 0
             */
            tax_arrears_records?: number;
            /**
             * Unknown Codes
             * @description Codes of state, class and the like that are not known; absent: nobody has looked
             */
            unknown_codes?: number | null;
            /**
             * Unknown Months 24M
             * @description Months of 24 that an account reports as not known (#)
             * @default 0
             */
            unknown_months_24m?: number;
            /**
             * Unsecured Exposure Minor
             * @description Money in minor units (fen)
             * @default 0
             * @example 1000000
             */
            unsecured_exposure_minor?: number;
            /**
             * Watched Accounts
             * @description Accounts of class special mention (关注)
             * @default 0
             */
            watched_accounts?: number;
            /**
             * Worst 12M
             * @description Worst status of 12 months by the severity map
             * @default 0
             */
            worst_12m?: number;
            /**
             * Worst 24M
             * @description The same of 24 months
             * @default 0
             */
            worst_24m?: number;
            /**
             * Worst 60M
             * @description The same of 60 months
             * @default 0
             */
            worst_60m?: number;
        };
        /**
         * By
         * @description What figures are told apart by.
         * @enum {string}
         */
        By: "stage" | "role" | "branch" | "product_code" | "person";
        /**
         * CaseDecisionView
         * @description What one person decided about a task, or voted, and why; `task.completed` told the comment's hash.
         */
        CaseDecisionView: {
            /** Amount Minor */
            amount_minor: number | null;
            /** Annual Rate */
            annual_rate: string | null;
            /** At */
            at: string | null;
            choice: components["schemas"]["Choice"];
            /** Comment */
            comment: string;
            /**
             * Comment Sha256
             * @description SHA-256 of the comment in UTF-8
             */
            comment_sha256: string;
            /**
             * Conditions
             * @description Of an approval: what is fulfilled before the pay-out
             */
            conditions: string[];
            /** Conditions Before Contract */
            conditions_before_contract: string[];
            /** Document Kinds */
            document_kinds: string[];
            /** Exception Reason */
            exception_reason: string | null;
            /** Exceptions */
            exceptions: string[];
            /** Reason Codes */
            reason_codes: string[];
            /**
             * Subject
             * @description Null: the ballot was secret
             */
            subject: string | null;
        };
        /**
         * CaseStatus
         * @description RUNNING until its one decision, or until the applicant withdraws.
         * @enum {string}
         */
        CaseStatus: "RUNNING" | "DECIDED" | "WITHDRAWN";
        /**
         * CaseTaskView
         * @description A task of a case, with the decisions that were made about it once it is complete: votes of a committee are secret
         *     until then, and who is to sign an exception sees who has signed it before him.
         */
        CaseTaskView: {
            /** Amount Minor */
            amount_minor: number;
            /**
             * Application Id
             * Format: uuid
             */
            application_id: string;
            /** Application No */
            application_no: string | null;
            /** Assignee */
            assignee: string | null;
            /** Branch */
            branch: string;
            /**
             * Case Id
             * Format: uuid
             */
            case_id: string;
            /**
             * Comment Sha256
             * @description Of the comments together, one a line, as `task.completed` tells it
             */
            comment_sha256: string | null;
            /** Completed At */
            completed_at: string | null;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Decisions */
            decisions: components["schemas"]["CaseDecisionView"][];
            /**
             * Due At
             * Format: date-time
             */
            due_at: string;
            /**
             * Flows
             * @description Why a person has to look: where the process turned to this task
             */
            flows: components["schemas"]["FlowTaken"][];
            /** Follow Up At */
            follow_up_at: string | null;
            /**
             * Form
             * @description JSON Schema of what has to be told with the decision
             */
            form: {
                [key: string]: unknown;
            } | null;
            /** Form Key */
            form_key: string | null;
            /**
             * Given
             * @description What its process hands in for the work (input parameters)
             */
            given: {
                [key: string]: unknown;
            } | null;
            /**
             * Handed By
             * @description Who has handed it over to him; he may take it back, or get it back
             */
            handed_by: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
            /**
             * Opinions
             * @description Approvals above the authority of who gave them
             */
            opinions: components["schemas"]["CaseDecisionView"][];
            outcome: components["schemas"]["Choice"] | null;
            /** Outcomes */
            outcomes: components["schemas"]["Choice"][];
            /**
             * Priority
             * @description Up to 100, the most urgent; null where its process tells none
             */
            priority: number | null;
            /**
             * Product Code
             * @description Null for a task from before products were noted
             */
            product_code: string | null;
            /** Quorum */
            quorum: number;
            /** Role */
            role: string;
            /** Sequence */
            sequence: number;
            /** @description The committee that was appointed to vote on it, if there is one */
            sitting: components["schemas"]["SittingView"] | null;
            /**
             * Snoozed Until
             * @description Until when its holder has laid it aside
             */
            snoozed_until: string | null;
            /** Stage */
            stage: string;
            status: components["schemas"]["TaskStatus"];
            /**
             * Suspended At
             * @description Since when its time stands still
             */
            suspended_at: string | null;
            /**
             * Told
             * @description What was told with it
             */
            told: {
                [key: string]: unknown;
            } | null;
            /** Votes */
            votes: number;
        };
        /**
         * CaseView
         * @description A case and everything a reviewer decides on: what was declared, collected, screened, assessed, decided.
         */
        CaseView: {
            /** Amount Minor */
            amount_minor: number;
            /** @description What was decided of it */
            answered: components["schemas"]["ApprovalDecided"] | null;
            /**
             * Application Id
             * Format: uuid
             */
            application_id: string;
            /** Application No */
            application_no: string;
            /** @description The act on a loan that it is about, not an application */
            asked: components["schemas"]["ApprovalRequested"] | null;
            /** @description They tell what was assessed and screened */
            bounds: components["schemas"]["BoundsView"] | null;
            /** Branch */
            branch: string;
            collected: components["schemas"]["CollectedFacts"] | null;
            /**
             * Customer Id
             * Format: uuid
             */
            customer_id: string;
            decision: components["schemas"]["DecisionMade"] | null;
            declared: components["schemas"]["DeclaredFacts"];
            fraud: components["schemas"]["FraudScreened"] | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Opened At
             * Format: date-time
             */
            opened_at: string;
            /** Process Code */
            process_code: string;
            /** Process Version */
            process_version: number;
            /** Product Code */
            product_code: string;
            /** Purpose */
            purpose: string;
            repayment_method: components["schemas"]["RepaymentMethod"];
            risk: components["schemas"]["RiskAssessed"] | null;
            /** Sequence */
            sequence: number;
            status: components["schemas"]["CaseStatus"];
            /** Tasks */
            tasks: components["schemas"]["CaseTaskView"][];
            /** Term Months */
            term_months: number;
            /** Waiting For */
            waiting_for: string[];
            /**
             * Withheld
             * @description Parts that the caller's permissions do not cover
             * @example [
             *       "fraud"
             *     ]
             */
            withheld: string[];
        };
        /**
         * ChangeKind
         * @description What is changed; `code` of a change is that of the decision or of the process.
         * @enum {string}
         */
        ChangeKind: "DECISION" | "BINDING" | "RETIREMENT" | "MIGRATION";
        /**
         * ChangeStatus
         * @description Only an APPROVED change has a row.
         * @enum {string}
         */
        ChangeStatus: "PROPOSED" | "APPROVED" | "REJECTED" | "WITHDRAWN";
        /**
         * CheckpointView
         * @description Evidence of a kind that a task needs.
         */
        CheckpointView: {
            /**
             * Application Id
             * Format: uuid
             */
            application_id: string;
            /** Application No */
            application_no: string;
            /** Branch */
            branch: string;
            /**
             * Case Id
             * Format: uuid
             */
            case_id: string;
            /**
             * Due At
             * Format: date-time
             */
            due_at: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * In Person
             * @description It has to be taken in person
             */
            in_person: boolean;
            kind: components["schemas"]["EvidenceKind"];
            /** Product Code */
            product_code: string;
            proof: components["schemas"]["ProofView"] | null;
            /** Role */
            role: string;
            /** Sequence */
            sequence: number;
            /** Stage */
            stage: string;
            /** @description DUE: missing, and its task is late. LAPSING: held, for little longer */
            standing: components["schemas"]["Standing"];
            /**
             * Task Id
             * Format: uuid
             */
            task_id: string;
            /**
             * Valid Days
             * @description For how many days it is good; null: for ever
             */
            valid_days: number | null;
            /** Valid Until */
            valid_until: string | null;
        };
        /**
         * CheckView
         * @description What the checks of a publication say of a draft; `dialogues` is how many steps were played to prove it.
         */
        CheckView: {
            /** Code */
            code?: string | null;
            /** Dialogues */
            dialogues?: number | null;
            /** Executor */
            executor?: string | null;
            /** Findings */
            findings: components["schemas"]["FindingView"][];
            /** Next Version */
            next_version?: number | null;
            /** Publishable */
            publishable: boolean;
        };
        /**
         * Choice
         * @description What a person can choose; which of them a task offers stands in its process.
         * @enum {string}
         */
        Choice: "APPROVE" | "DECLINE" | "SUPPLEMENT" | "COMMITTEE" | "DONE" | "UPHOLD";
        /**
         * ColleaguesView
         * @description Those whom a task may be handed to; there are few, so all are told at once.
         */
        ColleaguesView: {
            /** Items */
            items: components["schemas"]["ColleagueView"][];
        };
        /**
         * ColleagueView
         * @description Somebody whom a task may be handed to.
         */
        ColleagueView: {
            absence: components["schemas"]["AbsenceView"] | null;
            /** All Branches */
            all_branches: boolean;
            /** Branch */
            branch: string | null;
            /**
             * Load
             * @description Tasks in his hands
             */
            load: number;
            /**
             * Roles
             * @description Those that work on tasks, as his last token said
             */
            roles: string[];
            /** Subject */
            subject: string;
        };
        /**
         * CollectedFacts
         * @description All sources that the product asked for, as far as they answered.
         */
        CollectedFacts: {
            /**
             * Collected At
             * Format: date-time
             */
            collected_at: string;
            court?: components["schemas"]["CourtFacts"] | null;
            credit_bureau?: components["schemas"]["BureauFacts"] | null;
            identity?: components["schemas"]["IdentityFacts"] | null;
            registry?: components["schemas"]["RegistryFacts"] | null;
            social_insurance?: components["schemas"]["SocialInsuranceFacts"] | null;
            /** Statuses */
            statuses: {
                [key: string]: components["schemas"]["SourceStatus"];
            };
            tax?: components["schemas"]["TaxFacts"] | null;
            telecom?: components["schemas"]["TelecomFacts"] | null;
        };
        /**
         * CommitteeBody
         * @description Who votes on what goes to the committee: of one branch, or of all.
         * @example {
         *       "chair": "u-chair",
         *       "members": [
         *         "u-member-1",
         *         "u-member-2",
         *         "u-member-3"
         *       ],
         *       "reason": "董事会第 7 次会议决议",
         *       "secret": false,
         *       "valid_from": "2099-01-01"
         *     }
         */
        CommitteeBody: {
            /**
             * Branch
             * @description Absent: of every branch
             */
            branch?: string | null;
            /**
             * Chair
             * @description Has the last word on an approval, and no vote: only downwards
             */
            chair?: string | null;
            /**
             * Members
             * @example [
             *       "u-member-1",
             *       "u-member-2",
             *       "u-member-3"
             *     ]
             */
            members: string[];
            /**
             * Reason
             * @example 董事会第 7 次会议决议
             */
            reason: string;
            /**
             * Secret
             * @description Nobody learns who voted how
             * @default false
             */
            secret?: boolean;
            /**
             * Valid From
             * Format: date
             * @example 2099-01-01
             */
            valid_from: string;
        };
        /**
         * CommitteeDecisionBody
         * @description Why it is decided so; it goes into no message.
         */
        CommitteeDecisionBody: {
            /**
             * Reason
             * @example 已核对任命文件
             */
            reason?: string | null;
        };
        /**
         * CommitteeView
         * @description A committee, or the proposal of one, and what became of it.
         */
        CommitteeView: {
            /** Branch */
            branch: string | null;
            /** Chair */
            chair: string | null;
            /** Decided At */
            decided_at: string | null;
            /** Decided By */
            decided_by: string | null;
            /** Decision Reason */
            decision_reason: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Members */
            members: string[];
            /**
             * Proposed At
             * Format: date-time
             */
            proposed_at: string;
            /** Proposed By */
            proposed_by: string;
            /** Reason */
            reason: string;
            /** Secret */
            secret: boolean;
            status: components["schemas"]["ProposedStatus"];
            /**
             * Valid From
             * Format: date
             */
            valid_from: string;
        };
        /**
         * CompletionBody
         * @description A decision, or a vote: an approval names the amount, a decline its reasons, a supplement the documents.
         * @example {
         *       "amount_minor": 5000000,
         *       "choice": "APPROVE",
         *       "comment": "收入与公积金一致，同意通过"
         *     }
         */
        CompletionBody: {
            /**
             * Amount Minor
             * @description Within the case's bounds
             * @example 5000000
             */
            amount_minor?: number | null;
            /**
             * Annual Rate
             * @description Within the case's bounds, and only where they name no assessed_rate
             */
            annual_rate?: (number | string) | null;
            /**
             * Answer
             * @description Of a review alone: what the borrower gets to read
             * @example 近两年逾期三次，六个月后可再次申请
             */
            answer?: string | null;
            choice: components["schemas"]["Choice"];
            /**
             * Comment
             * @example 收入与公积金一致，同意通过
             */
            comment: string;
            /**
             * Conditions
             * @description Of an approval: before the pay-out. COLLATERAL_REGISTERED, INSURANCE_IN_FORCE, GUARANTEE_SIGNED, CO_OWNER_CONSENT, OTHER_DEBT_SETTLED, OWN_FUNDS_PAID, ACCOUNT_OPENED, DOCUMENTS_COMPLETED, PERMITS_OBTAINED
             * @default []
             */
            conditions?: string[];
            /**
             * Conditions Before Contract
             * @description Of an approval: before the contract is signed, of the same list
             * @default []
             */
            conditions_before_contract?: string[];
            /**
             * Document Kinds
             * @default []
             */
            document_kinds?: string[];
            /**
             * Exception Reason
             * @description Why; a second person signs after this one
             */
            exception_reason?: string | null;
            /**
             * Exceptions
             * @description Those that the approval needs by the case's bounds
             * @default []
             */
            exceptions?: components["schemas"]["Exceptional"][];
            /**
             * Form
             * @description What the task's form asks for, by its fields
             * @default {}
             * @example {
             *       "site_visited": true
             *     }
             */
            form?: {
                [key: string]: string | number | boolean | null;
            };
            /**
             * Reason Codes
             * @default []
             */
            reason_codes?: string[];
        };
        /**
         * Confidence
         * @description How sure a value's source is (domain.md §0.1).
         * @enum {string}
         */
        Confidence: "C1" | "C2" | "MH" | "MM" | "ML" | "P";
        /**
         * ConsumerState
         * @description RUNNING: it handles what comes. WAITING: for the broker or for topics. STOPPED: an operator has to look.
         * @enum {string}
         */
        ConsumerState: "RUNNING" | "WAITING" | "STOPPED";
        /**
         * ConsumerView
         * @description A consuming process of this service.
         */
        ConsumerView: {
            /** Instance */
            instance: string;
            /**
             * Lag
             * @description Messages that it has not handled yet
             */
            lag: number;
            /**
             * Missing
             * @description Topics that it reads and the broker has not
             */
            missing: string[];
            /** Reason */
            reason: string;
            /**
             * Seen At
             * Format: date-time
             */
            seen_at: string;
            /**
             * Since
             * Format: date-time
             */
            since: string;
            state: components["schemas"]["ConsumerState"];
        };
        /**
         * CountedView
         * @description An answer, and how many got it.
         */
        CountedView: {
            /** Draft */
            draft: number;
            /** In Force */
            in_force: number;
            /** Result */
            result: {
                [key: string]: unknown;
            };
        };
        /**
         * CourtFacts
         * @description Counts by list of domain.md §7.6, matched by name and full identity number only.
         */
        CourtFacts: {
            /**
             * Dishonest
             * @default 0
             */
            dishonest?: number;
            /**
             * Enforcement
             * @default 0
             */
            enforcement?: number;
            /**
             * Enforcement Amount Minor
             * @description Money in minor units (fen)
             * @default 0
             * @example 1000000
             */
            enforcement_amount_minor?: number;
            /**
             * Enforcement Ended
             * @default 0
             */
            enforcement_ended?: number;
            /**
             * Judgments
             * @default 0
             */
            judgments?: number;
            /**
             * Spending Restricted
             * @default 0
             */
            spending_restricted?: number;
        };
        /**
         * DeadLetterView
         * @description A message that could not be handled. Its value is not shown: it is replayed, not read.
         */
        DeadLetterView: {
            /**
             * Attempts
             * @description Every try, those after a replay included
             */
            attempts: number;
            /** Created At */
            created_at: string | null;
            /** Detail */
            detail: string;
            /** Discard By */
            discard_by: string | null;
            /** Discard Note */
            discard_note: string | null;
            discard_reason: components["schemas"]["DiscardReason"] | null;
            /** Discarded By */
            discarded_by: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Last Failed At */
            last_failed_at: string | null;
            /** Message Id */
            message_id: string | null;
            /** Offset */
            offset: number;
            /** Partition */
            partition: number;
            /** Reason */
            reason: string;
            /** Replayed At */
            replayed_at: string | null;
            /** Replays */
            replays: number;
            state: components["schemas"]["LetterState"];
            /** Topic */
            topic: string;
            /**
             * Topic Id
             * @description Of the topic as it was then: one that was made anew has another
             */
            topic_id: string | null;
        };
        /**
         * DecisionBody
         * @description A decision as a document.
         */
        DecisionBody: {
            /**
             * Content
             * @description JSON: code, name, inputs, outputs, otherwise (the careful answer), graph (JDM), examples
             * @example {"code": "who-visits", "name": "现场核查岗位", "inputs": {"amount_minor": {"kind": "integer"}}, "outputs": {"visits": {"kind": "integer"}}, "otherwise": {"visits": 2}, "graph": {"nodes": [{"id": "in", "name": "in", "type": "inputNode"}, {"id": "table", "name": "visits", "type": "decisionTableNode", "content": {"hitPolicy": "first", "inputs": [{"id": "amount", "name": "amount", "field": "amount_minor"}], "outputs": [{"id": "visits", "name": "visits", "field": "visits"}], "rules": [{"_id": "small", "amount": "<= 50000000", "visits": "1"}]}}, {"id": "out", "name": "out", "type": "outputNode"}], "edges": [{"id": "e1", "sourceId": "in", "targetId": "table", "type": "edge"}, {"id": "e2", "sourceId": "table", "targetId": "out", "type": "edge"}]}, "examples": [{"name": "small", "given": {"amount_minor": 100}, "expected": {"visits": 1}}, {"name": "large", "given": {"amount_minor": 50000001}, "expected": {"visits": 2}}]}
             */
            content: string;
        };
        /**
         * DecisionCheckView
         * @description What keeps a decision from being published.
         */
        DecisionCheckView: {
            /** Findings */
            findings: components["schemas"]["FindingView"][];
            /** Publishable */
            publishable: boolean;
        };
        /**
         * DecisionMade
         * @description The one decision of an application, with everything needed to explain it.
         */
        DecisionMade: {
            /**
             * Amount Minor
             * @description Money in minor units (fen)
             * @default 0
             * @example 1000000
             */
            amount_minor?: number;
            /** Annual Rate */
            annual_rate?: string | null;
            /**
             * Application Id
             * Format: uuid
             */
            application_id: string;
            /** Automatic */
            automatic: boolean;
            /**
             * Case Id
             * Format: uuid
             */
            case_id: string;
            /**
             * Conditions
             * @description What is fulfilled before the pay-out, beside the product's own conditions (values.CONDITIONS)
             * @default []
             */
            conditions?: string[];
            /**
             * Conditions Before Contract
             * @description What is fulfilled before the contract is signed, each checked off by a person
             * @default []
             */
            conditions_before_contract?: string[];
            /**
             * Decided At
             * Format: date-time
             */
            decided_at: string;
            /** Decided By */
            decided_by: string;
            /**
             * Decision Id
             * Format: uuid
             */
            decision_id: string;
            /**
             * Exceptions
             * @description What was approved by exception, signed by all of `decided_by`: ABOVE_LIMIT and the like
             * @default []
             */
            exceptions?: string[];
            /** Grade */
            grade?: string | null;
            outcome: components["schemas"]["Outcome"];
            /**
             * Reasons
             * @default []
             */
            reasons?: components["schemas"]["Reason"][];
            repayment_method?: components["schemas"]["RepaymentMethod"] | null;
            /** Score */
            score?: number | null;
            /**
             * Sequence
             * @description Position among the facts of the aggregate that the key names
             * @default 0
             */
            sequence?: number;
            /**
             * Supersedes
             * @description The decision that this one takes the place of, after a review
             */
            supersedes?: string | null;
            /**
             * Term Months
             * @default 0
             */
            term_months?: number;
            /**
             * Versions
             * @default {}
             */
            versions?: {
                [key: string]: string;
            };
        };
        /**
         * DecisionPageView
         * @description The page. Parts that need a permission are absent where the caller has it not.
         */
        DecisionPageView: {
            /**
             * Application Id
             * Format: uuid
             */
            application_id: string;
            asked_for: components["schemas"]["AskedForView"];
            /** @description What binds everybody who approves */
            bounds?: components["schemas"]["BoundsView"] | null;
            /**
             * Case Id
             * Format: uuid
             */
            case_id: string;
            collected?: components["schemas"]["CollectedFacts"] | null;
            decision: components["schemas"]["DecisionMade"] | null;
            documents: components["schemas"]["DocumentsView"];
            /**
             * Earlier
             * @description The customer's other applications that the caller sees, at most 50
             */
            earlier: components["schemas"]["OtherCaseView"][];
            fraud?: components["schemas"]["FraudScreened"] | null;
            mine?: components["schemas"]["MineView"] | null;
            /** Process */
            process: string;
            recommendation?: components["schemas"]["RecommendationView"] | null;
            risk?: components["schemas"]["RiskAssessed"] | null;
            /** Sequence */
            sequence: number;
            similar?: components["schemas"]["SimilarView"] | null;
            /** Sources */
            sources?: components["schemas"]["SourceView"][] | null;
            status: components["schemas"]["CaseStatus"];
            /** Tasks */
            tasks: components["schemas"]["CaseTaskView"][];
            /** Timeline */
            timeline: components["schemas"]["EventView"][];
            trace: components["schemas"]["TraceView"];
            /**
             * Withheld
             * @description Parts that the caller's permissions do not cover
             * @example [
             *       "fraud"
             *     ]
             */
            withheld: string[];
        };
        /**
         * DecisionSimulationBody
         * @description A draft, and which cases it is tried on.
         */
        DecisionSimulationBody: {
            /**
             * Cases
             * @default 100
             */
            cases?: number;
            /**
             * Content
             * @description JSON: code, name, inputs, outputs, otherwise (the careful answer), graph (JDM), examples
             * @example {"code": "who-visits", "name": "现场核查岗位", "inputs": {"amount_minor": {"kind": "integer"}}, "outputs": {"visits": {"kind": "integer"}}, "otherwise": {"visits": 2}, "graph": {"nodes": [{"id": "in", "name": "in", "type": "inputNode"}, {"id": "table", "name": "visits", "type": "decisionTableNode", "content": {"hitPolicy": "first", "inputs": [{"id": "amount", "name": "amount", "field": "amount_minor"}], "outputs": [{"id": "visits", "name": "visits", "field": "visits"}], "rules": [{"_id": "small", "amount": "<= 50000000", "visits": "1"}]}}, {"id": "out", "name": "out", "type": "outputNode"}], "edges": [{"id": "e1", "sourceId": "in", "targetId": "table", "type": "edge"}, {"id": "e2", "sourceId": "table", "targetId": "out", "type": "edge"}]}, "examples": [{"name": "small", "given": {"amount_minor": 100}, "expected": {"visits": 1}}, {"name": "large", "given": {"amount_minor": 50000001}, "expected": {"visits": 2}}]}
             */
            content: string;
            /**
             * History Of
             * @description The process whose decided cases it is asked about; else what cases asked this decision
             */
            history_of?: string | null;
        };
        /**
         * DecisionSimulationView
         * @description What a draft of a decision would have given.
         */
        DecisionSimulationView: {
            /** Cases */
            cases: number;
            /**
             * Differences
             * @description Those that got another answer than by the version in force
             */
            differences: components["schemas"]["ReplayedView"][];
            /**
             * Fallbacks
             * @description How often the draft gave its careful answer
             */
            fallbacks: number;
            /**
             * Results
             * @description The most frequent first
             */
            results: components["schemas"]["CountedView"][];
        };
        /**
         * DecisionView
         * @description A published version; processes ask the newest, or the one that they name.
         */
        DecisionView: {
            /** Code */
            code: string;
            /** Name */
            name: string;
            /**
             * Published At
             * Format: date-time
             */
            published_at: string;
            /** Published By */
            published_by: string;
            /** Sha256 */
            sha256: string;
            /** Version */
            version: number;
        };
        /**
         * DeclaredFacts
         * @description What the applicant declared on the form, as figures.
         */
        DeclaredFacts: {
            /**
             * Age
             * @description Full years at submission
             */
            age: number;
            /** Dependents */
            dependents?: number | null;
            /**
             * Monthly Expense Minor
             * @description Household and living costs that are no debt service
             */
            monthly_expense_minor?: number | null;
            /** Monthly Income Minor */
            monthly_income_minor?: number | null;
        };
        /**
         * DifferenceView
         * @description One that ends otherwise, or goes another way, than on the version in force.
         */
        DifferenceView: {
            draft: components["schemas"]["PlayedView"];
            in_force: components["schemas"]["PlayedView"];
            /** Name */
            name: string;
        };
        /**
         * DiscardBody
         * @description Why a letter may be forgotten. The note is for the second person:
         *     names and numbers of persons do not belong here.
         */
        DiscardBody: {
            /**
             * Note
             * @example sent by hand while the new release was tried
             */
            note: string;
            reason: components["schemas"]["DiscardReason"];
        };
        /**
         * DiscardReason
         * @description Why a message may be forgotten without having been handled.
         * @enum {string}
         */
        DiscardReason: "NOT_OURS" | "SUPERSEDED" | "SETTLED_OTHERWISE" | "TEST";
        /**
         * DocumentsView
         * @description Which documents are there; an application from before they were told knows only those that came later.
         */
        DocumentsView: {
            /**
             * Complete
             * @description Whether all that are required are there; null: not told
             */
            complete: boolean | null;
            /** Kinds */
            kinds: components["schemas"]["DocumentView"][];
        };
        /**
         * DocumentView
         * @description A kind of document.
         */
        DocumentView: {
            /** Kind */
            kind: string;
            /**
             * Required
             * @description By the product, or asked for by a reviewer
             */
            required: boolean;
            /**
             * Uploaded At
             * @description When the newest came; null: it is not there
             */
            uploaded_at: string | null;
        };
        /**
         * DraftBody
         * @description What has been drawn so far.
         */
        DraftBody: {
            /**
             * Based On
             * @description The version that it began from
             */
            based_on?: number | null;
            /**
             * Code
             * @description Which process or decision it shall be a version of
             */
            code?: string | null;
            /**
             * Content
             * @description BPMN 2.0 XML, or a decision as JSON; kept as it is, whole or not
             * @example <definitions id="d" targetNamespace="urn:xinliu" xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"><process id="screening-only" isExecutable="true"><startEvent id="submitted"/><serviceTask id="screening" camunda:topic="fraud-screening.requested"/><boundaryEvent id="silence" attachedToRef="screening"><timerEventDefinition><timeDuration>PT5M</timeDuration></timerEventDefinition></boundaryEvent><endEvent id="approved"><extensionElements><camunda:properties><camunda:property name="result" value="APPROVED"/></camunda:properties></extensionElements></endEvent><endEvent id="declined"><extensionElements><camunda:properties><camunda:property name="result" value="DECLINED"/></camunda:properties></extensionElements></endEvent><sequenceFlow id="a" sourceRef="submitted" targetRef="screening"/><sequenceFlow id="b" sourceRef="screening" targetRef="approved"/><sequenceFlow id="c" sourceRef="silence" targetRef="declined"/></process></definitions>
             */
            content: string;
            kind: components["schemas"]["DraftKind"];
            /**
             * Name
             * @example 小额贷款, 新的复核
             */
            name: string;
        };
        /**
         * DraftContentBody
         * @description What has been drawn by now.
         */
        DraftContentBody: {
            /**
             * Content
             * @description BPMN 2.0 XML, or a decision as JSON; kept as it is, whole or not
             * @example <definitions id="d" targetNamespace="urn:xinliu" xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"><process id="screening-only" isExecutable="true"><startEvent id="submitted"/><serviceTask id="screening" camunda:topic="fraud-screening.requested"/><boundaryEvent id="silence" attachedToRef="screening"><timerEventDefinition><timeDuration>PT5M</timeDuration></timerEventDefinition></boundaryEvent><endEvent id="approved"><extensionElements><camunda:properties><camunda:property name="result" value="APPROVED"/></camunda:properties></extensionElements></endEvent><endEvent id="declined"><extensionElements><camunda:properties><camunda:property name="result" value="DECLINED"/></camunda:properties></extensionElements></endEvent><sequenceFlow id="a" sourceRef="submitted" targetRef="screening"/><sequenceFlow id="b" sourceRef="screening" targetRef="approved"/><sequenceFlow id="c" sourceRef="silence" targetRef="declined"/></process></definitions>
             */
            content: string;
            /**
             * Name
             * @example 小额贷款, 新的复核
             */
            name: string;
        };
        /**
         * DraftKind
         * @description What is drawn or written: BPMN 2.0 XML, or a decision as JSON.
         * @enum {string}
         */
        DraftKind: "PROCESS" | "DECISION";
        /**
         * DraftStatus
         * @description Nothing is done with what is DISCARDED, and nothing of it is kept.
         * @enum {string}
         */
        DraftStatus: "OPEN" | "DISCARDED";
        /**
         * DraftView
         * @description A draft; who has begun it works on it.
         */
        DraftView: {
            /** Based On */
            based_on: number | null;
            /**
             * Begun At
             * Format: date-time
             */
            begun_at: string;
            /** Code */
            code: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            kind: components["schemas"]["DraftKind"];
            /** Name */
            name: string;
            /** Owner */
            owner: string;
            /**
             * Saved At
             * Format: date-time
             */
            saved_at: string;
            /**
             * Size
             * @description Characters
             */
            size: number;
            status: components["schemas"]["DraftStatus"];
        };
        /**
         * DrawnDraftView
         * @description A draft with what it holds.
         */
        DrawnDraftView: {
            /** Based On */
            based_on: number | null;
            /**
             * Begun At
             * Format: date-time
             */
            begun_at: string;
            /** Code */
            code: string | null;
            /** Content */
            content: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            kind: components["schemas"]["DraftKind"];
            /** Name */
            name: string;
            /** Owner */
            owner: string;
            /**
             * Saved At
             * Format: date-time
             */
            saved_at: string;
            /**
             * Size
             * @description Characters
             */
            size: number;
            status: components["schemas"]["DraftStatus"];
        };
        /**
         * DrawnProposalView
         * @description A proposed process as it was drawn.
         */
        DrawnProposalView: {
            /**
             * Bpmn
             * @description BPMN 2.0 XML
             */
            bpmn: string;
            /** Code */
            code: string;
            /** Decided At */
            decided_at: string | null;
            /** Decided By */
            decided_by: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
            /**
             * Proposed At
             * Format: date-time
             */
            proposed_at: string;
            /** Proposed By */
            proposed_by: string;
            /** Published Version */
            published_version: number | null;
            /** Reason */
            reason: string | null;
            /** Sha256 */
            sha256: string;
            status: components["schemas"]["ProposalStatus"];
        };
        /**
         * ElementActivityView
         * @description An element where cases stand, or did lately.
         */
        ElementActivityView: {
            /**
             * Done
             * @description Tasks of it that were completed within the last hour
             */
            done: number;
            /** Element */
            element: string;
            /**
             * Late
             * @description Tasks of it that are past their due time
             */
            late: number;
            /**
             * Waiting
             * @description Cases that stand there
             */
            waiting: number;
        };
        /**
         * ElementView
         * @description At how many places of running cases an element is waited at.
         */
        ElementView: {
            /**
             * Element
             * @example review
             */
            element: string;
            /** Process */
            process: string;
            /** Running */
            running: number;
        };
        /**
         * EvaluationView
         * @description A decision that a case asked.
         */
        EvaluationView: {
            /** Decision */
            decision: string;
            /** Element */
            element: string;
            /**
             * Evaluated At
             * Format: date-time
             */
            evaluated_at: string;
            /**
             * Fallback
             * @description Why the careful answer was given; empty where a rule gave it
             */
            fallback: string;
            /** Given */
            given: {
                [key: string]: unknown;
            };
            /** Result */
            result: {
                [key: string]: unknown;
            };
            /**
             * Trace
             * @description By node of the graph: what went in, what came out, which rule held
             */
            trace: {
                [key: string]: unknown;
            };
            /** Version */
            version: number;
        };
        /**
         * EventView
         * @description Something that happened.
         */
        EventView: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** By */
            by: string | null;
            /** Role */
            role: string | null;
            /** Stage */
            stage: string | null;
            /** What */
            what: string;
        };
        /**
         * EvidenceBody
         * @description A paper of application-svc that is evidence, with the hash of its content. A recording is such a paper, too.
         */
        EvidenceBody: {
            /**
             * Document Id
             * Format: uuid
             * @example 019bd906-1280-798f-a429-4925d566d08d
             */
            document_id: string;
            /**
             * In Person
             * @description Face to face, not over a line (R-9.7)
             * @default false
             */
            in_person?: boolean;
            /** @example INTERVIEW */
            kind: components["schemas"]["EvidenceKind"];
            /**
             * Sha256
             * @example abababababababababababababababababababababababababababababababab
             */
            sha256: string;
            /**
             * Taken At
             * Format: date-time
             * @description When it was taken; from then on it is good for its days
             */
            taken_at: string;
        };
        /**
         * EvidenceKind
         * @description What is kept of a step that has to be proven (domain.md §9.1: R-9.7, R-9.11, R-9.13, R-9.14).
         * @enum {string}
         */
        EvidenceKind: "INTERVIEW" | "DUAL_RECORDING" | "SIGNATURE" | "DISCLOSURE" | "VALUATION";
        /**
         * Exceptional
         * @description What is approved by exception alone.
         * @enum {string}
         */
        Exceptional: "ABOVE_LIMIT" | "NOT_ASSESSED" | "NOT_SCREENED" | "EVIDENCE_MISSING" | "FRAUD_DECLINED";
        /**
         * FactsBody
         * @description What a case starts with, and what it is answered.
         */
        FactsBody: {
            /**
             * Answers
             * @description In their order, by id of a step or topic of a request; the last one stands for all further
             * @default {}
             * @example {
             *       "fraud-screening.requested": [
             *         {
             *           "fraud_outcome": "PASS"
             *         }
             *       ]
             *     }
             */
            answers?: {
                [key: string]: {
                    [key: string]: number | string | boolean | null;
                }[];
            };
            /**
             * Given
             * @default {}
             * @example {
             *       "amount_minor": 3000000,
             *       "auto_authority_minor": 5000000
             *     }
             */
            given?: {
                [key: string]: number | string | boolean | null;
            };
            /** Name */
            name: string;
        };
        /**
         * Fate
         * @description What became of a message; a metric counts by it.
         * @enum {string}
         */
        Fate: "done" | "duplicate" | "refused" | "retried" | "dead";
        /**
         * FiguresView
         * @description Completed tasks of one kind.
         */
        FiguresView: {
            /** Completed */
            completed: number;
            /**
             * Late
             * @description Of them, those completed after their due time
             */
            late: number;
            /**
             * Late Share
             * @description The same as a share of one
             */
            late_share: string;
            /**
             * Median S
             * @description Half of them took at most so many seconds from their opening on
             */
            median_s: number;
            /**
             * Ninth Decile S
             * @description Nine of ten took at most so many seconds
             */
            ninth_decile_s: number;
            /**
             * Per Working Day
             * @description How many were completed a working day of the period
             */
            per_working_day: string;
            /**
             * Value
             * @description The stage, role, branch, product or person
             * @example manual_review
             */
            value: string;
            /** @description Until somebody took them; null: from before it was measured */
            waiting: components["schemas"]["WorkingSpanView"] | null;
            /** @description From then on, but for what they stood still */
            working: components["schemas"]["WorkingSpanView"] | null;
            /**
             * Working S
             * @description Of all of them together
             */
            working_s: number;
        };
        /**
         * FindingView
         * @description What keeps a process from being published.
         */
        FindingView: {
            /** Code */
            code: string;
            /** Detail */
            detail: string;
            /** Element */
            element: string;
        };
        /**
         * FlowTaken
         * @description Where a process turned, and why: the flow that a case took, and the figures that its condition saw.
         */
        FlowTaken: {
            /**
             * At
             * @description The gateway, or the timer that ran out
             * @example decide
             */
            at: string;
            /**
             * Condition
             * @description Its condition; absent where it is taken because no other holds
             * @default
             */
            condition?: string;
            /**
             * Flow
             * @description The sequence flow, by its id in the process
             * @example flow_to_review
             */
            flow: string;
            /**
             * Label
             * @description What the process's designer calls it
             * @default
             */
            label?: string;
            /**
             * Values
             * @description The variables that the gateway's conditions read, as text
             * @default {}
             */
            values?: {
                [key: string]: string;
            };
        };
        /**
         * FlowView
         * @description How often a flow was taken.
         */
        FlowView: {
            /**
             * Flow
             * @example flow_reviewed_approved
             */
            flow: string;
            /**
             * Process
             * @description The process whose diagram it is in: this one, or one that it calls
             */
            process: string;
            /** Times */
            times: number;
        };
        /**
         * FraudOutcome
         * @description Outcomes of domain.md §10.4.
         * @enum {string}
         */
        FraudOutcome: "PASS" | "REVIEW" | "DECLINE" | "STOP";
        /**
         * FraudScreened
         * @description The screening's outcome with the rules that were hit and the figures they saw.
         */
        FraudScreened: {
            /**
             * Application Id
             * Format: uuid
             */
            application_id: string;
            /**
             * Case Id
             * Format: uuid
             */
            case_id: string;
            /**
             * Features
             * @default {}
             */
            features?: {
                [key: string]: number;
            };
            outcome: components["schemas"]["FraudOutcome"];
            /**
             * Reasons
             * @default []
             */
            reasons?: components["schemas"]["Reason"][];
            /**
             * Request Id
             * Format: uuid
             */
            request_id: string;
            /** Rules Version */
            rules_version: string;
            /**
             * Screened At
             * Format: date-time
             */
            screened_at: string;
            /**
             * Screening Id
             * Format: uuid
             */
            screening_id: string;
            /**
             * Sequence
             * @description Position among the facts of the aggregate that the key names
             * @default 0
             */
            sequence?: number;
        };
        /**
         * GapView
         * @description Why a case cannot be moved.
         */
        GapView: {
            /** Code */
            code: string;
            /** Detail */
            detail: string;
            /** Element */
            element: string;
        };
        /**
         * IdentityFacts
         * @description Answer of the online identity check (domain.md §7.2).
         */
        IdentityFacts: {
            /**
             * Deceased
             * @default false
             */
            deceased?: boolean;
            /**
             * Match
             * @description 00 match, 01 name and number differ, 02 number unknown, 03 photo differs
             */
            match: string;
        };
        /**
         * LegalHoldBody
         * @description An application or a customer about whom nothing may go. Names of persons do not belong into the reason.
         */
        LegalHoldBody: {
            /**
             * Reason
             * @example lawsuit 2026-117
             */
            reason: string;
            /**
             * Subject Id
             * Format: uuid
             * @description Of an application or a customer
             */
            subject_id: string;
        };
        /**
         * LegalHoldReleaseBody
         * @description Why a hold is needed no longer.
         */
        LegalHoldReleaseBody: {
            /**
             * Reason
             * @example the lawsuit is over
             */
            reason: string;
        };
        /**
         * LegalHoldView
         * @description A legal hold.
         */
        LegalHoldView: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Placed At
             * Format: date-time
             */
            placed_at: string;
            /** Placed By */
            placed_by: string;
            /** Reason */
            reason: string;
            /** Release Reason */
            release_reason: string | null;
            /** Released At */
            released_at: string | null;
            /** Released By */
            released_by: string | null;
            /**
             * Subject Id
             * Format: uuid
             */
            subject_id: string;
        };
        /**
         * LetterState
         * @description RETRYING: tried again by itself. DEAD: waits for a person. DISCARDING: one person wants it gone, another has to
         *     look. HANDLED and DISCARDED are ends.
         * @enum {string}
         */
        LetterState: "RETRYING" | "DEAD" | "DISCARDING" | "HANDLED" | "DISCARDED";
        /** Page[ChangeView] */
        loan_servicekit__http__pages__Page_ChangeView___1: {
            /** Items */
            items: components["schemas"]["workflow_svc__api__definitions__draft_views__ChangeView"][];
            /**
             * Next Cursor
             * @description Give it back as `cursor` for the next page; absent on the last
             */
            next_cursor?: string | null;
        };
        /** Page[ChangeView] */
        loan_servicekit__http__pages__Page_ChangeView___2: {
            /** Items */
            items: components["schemas"]["workflow_svc__api__definitions__change_views__ChangeView"][];
            /**
             * Next Cursor
             * @description Give it back as `cursor` for the next page; absent on the last
             */
            next_cursor?: string | null;
        };
        /**
         * LoanView
         * @description What became of an approval that was drawn.
         */
        LoanView: {
            /** Disbursed On */
            disbursed_on: string | null;
            /**
             * Dpd
             * @description Days past due, as told with its last class
             */
            dpd: number;
            /**
             * Loan Id
             * Format: uuid
             */
            loan_id: string;
            /**
             * Most Dpd
             * @description The most that was ever told
             */
            most_dpd: number;
            /** Principal Minor */
            principal_minor: number | null;
            /**
             * Risk Class
             * @description NORMAL, SPECIAL_MENTION, SUBSTANDARD, DOUBTFUL or LOSS
             */
            risk_class: string;
            /** Settled On */
            settled_on: string | null;
        };
        /**
         * MemberView
         * @description Somebody who works here.
         */
        MemberView: {
            /** Branch */
            branch: string | null;
            /**
             * Reported At
             * Format: date-time
             * @description When whoever signs people in said so
             */
            reported_at: string;
            /** Roles */
            roles: string[];
            /** Subject */
            subject: string;
        };
        /**
         * MigrationBody
         * @description Which cases shall go to which version of their process.
         */
        MigrationBody: {
            /** Case Ids */
            case_ids: string[];
            /**
             * To Version
             * @example 1
             */
            to_version: number;
        };
        /**
         * MigrationView
         * @description What would become of the cases; nothing is changed.
         */
        MigrationView: {
            /** Cases */
            cases: components["schemas"]["MovedView"][];
            /** Movable */
            movable: number;
        };
        /**
         * MineView
         * @description What the caller can do about it now.
         */
        MineView: {
            /**
             * Authority Minor
             * @description Up to what he may approve alone
             */
            authority_minor: number;
            /**
             * Committee
             * @description So many members decide what was asked for; null: one person can
             */
            committee: number | null;
            /**
             * Exceptions
             * @description What an approval of all that was asked for needs, signed by two
             */
            exceptions: string[];
            /**
             * Kept From
             * @description Why he cannot decide it now, by the code of the refusal
             */
            kept_from: string | null;
            /**
             * Task Id
             * @description The task that waits
             */
            task_id: string | null;
        };
        /**
         * MovedView
         * @description What would become of a case.
         */
        MovedView: {
            /** Case Id */
            case_id: string;
            /** From Version */
            from_version: number;
            /** Gaps */
            gaps: components["schemas"]["GapView"][];
            /** Movable */
            movable: boolean;
            /** Timers */
            timers: string[];
        };
        /**
         * NoteBody
         * @description A note about a task. The text stays here; messages tell its hash.
         */
        NoteBody: {
            /**
             * Documents
             * @default []
             */
            documents?: components["schemas"]["AttachedBody"][];
            /**
             * Mentions
             * @description Colleagues who are told, by their user ids
             * @default []
             */
            mentions?: string[];
            /**
             * Text
             * @example 请核实流水
             */
            text: string;
        };
        /**
         * NoteView
         * @description A note about a task.
         */
        NoteView: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** By */
            by: string;
            /** Documents */
            documents: components["schemas"]["AttachedView"][];
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Mentions */
            mentions: string[];
            /**
             * Task Id
             * Format: uuid
             */
            task_id: string;
            /** Text */
            text: string;
        };
        /**
         * OtherCaseView
         * @description Another application, how it was decided, and its loan.
         */
        OtherCaseView: {
            /** Amount Minor */
            amount_minor: number;
            /**
             * Application Id
             * Format: uuid
             */
            application_id: string;
            /** Application No */
            application_no: string;
            /** Approved Minor */
            approved_minor: number | null;
            /** Branch */
            branch: string;
            /** Decided At */
            decided_at: string | null;
            loan: components["schemas"]["LoanView"] | null;
            /**
             * Opened At
             * Format: date-time
             */
            opened_at: string;
            outcome: components["schemas"]["Outcome"] | null;
            /** Product Code */
            product_code: string;
            status: components["schemas"]["CaseStatus"];
        };
        /**
         * Outcome
         * @description How an application ends. CONDITIONAL is an approval of less than was asked for.
         * @enum {string}
         */
        Outcome: "APPROVED" | "CONDITIONAL" | "DECLINED";
        /**
         * OutcomeView
         * @description How many cases ended so.
         */
        OutcomeView: {
            /** Cases */
            cases: number;
            /**
             * Outcome
             * @description That of the decision, or WITHDRAWN
             * @example APPROVED
             */
            outcome: string;
        };
        /** Page[AdoptionView] */
        Page_AdoptionView_: {
            /** Items */
            items: components["schemas"]["AdoptionView"][];
            /**
             * Next Cursor
             * @description Give it back as `cursor` for the next page; absent on the last
             */
            next_cursor?: string | null;
        };
        /** Page[AuthorityView] */
        Page_AuthorityView_: {
            /** Items */
            items: components["schemas"]["AuthorityView"][];
            /**
             * Next Cursor
             * @description Give it back as `cursor` for the next page; absent on the last
             */
            next_cursor?: string | null;
        };
        /** Page[CheckpointView] */
        Page_CheckpointView_: {
            /** Items */
            items: components["schemas"]["CheckpointView"][];
            /**
             * Next Cursor
             * @description Give it back as `cursor` for the next page; absent on the last
             */
            next_cursor?: string | null;
        };
        /** Page[CommitteeView] */
        Page_CommitteeView_: {
            /** Items */
            items: components["schemas"]["CommitteeView"][];
            /**
             * Next Cursor
             * @description Give it back as `cursor` for the next page; absent on the last
             */
            next_cursor?: string | null;
        };
        /** Page[ConsumerView] */
        Page_ConsumerView_: {
            /** Items */
            items: components["schemas"]["ConsumerView"][];
            /**
             * Next Cursor
             * @description Give it back as `cursor` for the next page; absent on the last
             */
            next_cursor?: string | null;
        };
        /** Page[DeadLetterView] */
        Page_DeadLetterView_: {
            /** Items */
            items: components["schemas"]["DeadLetterView"][];
            /**
             * Next Cursor
             * @description Give it back as `cursor` for the next page; absent on the last
             */
            next_cursor?: string | null;
        };
        /** Page[DecisionView] */
        Page_DecisionView_: {
            /** Items */
            items: components["schemas"]["DecisionView"][];
            /**
             * Next Cursor
             * @description Give it back as `cursor` for the next page; absent on the last
             */
            next_cursor?: string | null;
        };
        /** Page[DraftView] */
        Page_DraftView_: {
            /** Items */
            items: components["schemas"]["DraftView"][];
            /**
             * Next Cursor
             * @description Give it back as `cursor` for the next page; absent on the last
             */
            next_cursor?: string | null;
        };
        /** Page[EvaluationView] */
        Page_EvaluationView_: {
            /** Items */
            items: components["schemas"]["EvaluationView"][];
            /**
             * Next Cursor
             * @description Give it back as `cursor` for the next page; absent on the last
             */
            next_cursor?: string | null;
        };
        /** Page[LegalHoldView] */
        Page_LegalHoldView_: {
            /** Items */
            items: components["schemas"]["LegalHoldView"][];
            /**
             * Next Cursor
             * @description Give it back as `cursor` for the next page; absent on the last
             */
            next_cursor?: string | null;
        };
        /** Page[NoteView] */
        Page_NoteView_: {
            /** Items */
            items: components["schemas"]["NoteView"][];
            /**
             * Next Cursor
             * @description Give it back as `cursor` for the next page; absent on the last
             */
            next_cursor?: string | null;
        };
        /** Page[ParameterChangeView] */
        Page_ParameterChangeView_: {
            /** Items */
            items: components["schemas"]["ParameterChangeView"][];
            /**
             * Next Cursor
             * @description Give it back as `cursor` for the next page; absent on the last
             */
            next_cursor?: string | null;
        };
        /** Page[ParameterKindView] */
        Page_ParameterKindView_: {
            /** Items */
            items: components["schemas"]["ParameterKindView"][];
            /**
             * Next Cursor
             * @description Give it back as `cursor` for the next page; absent on the last
             */
            next_cursor?: string | null;
        };
        /** Page[ParameterView] */
        Page_ParameterView_: {
            /** Items */
            items: components["schemas"]["ParameterView"][];
            /**
             * Next Cursor
             * @description Give it back as `cursor` for the next page; absent on the last
             */
            next_cursor?: string | null;
        };
        /** Page[ProcessView] */
        Page_ProcessView_: {
            /** Items */
            items: components["schemas"]["ProcessView"][];
            /**
             * Next Cursor
             * @description Give it back as `cursor` for the next page; absent on the last
             */
            next_cursor?: string | null;
        };
        /** Page[ProposalView] */
        Page_ProposalView_: {
            /** Items */
            items: components["schemas"]["ProposalView"][];
            /**
             * Next Cursor
             * @description Give it back as `cursor` for the next page; absent on the last
             */
            next_cursor?: string | null;
        };
        /** Page[RetentionRuleView] */
        Page_RetentionRuleView_: {
            /** Items */
            items: components["schemas"]["RetentionRuleView"][];
            /**
             * Next Cursor
             * @description Give it back as `cursor` for the next page; absent on the last
             */
            next_cursor?: string | null;
        };
        /** Page[RetentionRunView] */
        Page_RetentionRunView_: {
            /** Items */
            items: components["schemas"]["RetentionRunView"][];
            /**
             * Next Cursor
             * @description Give it back as `cursor` for the next page; absent on the last
             */
            next_cursor?: string | null;
        };
        /** Page[RoleChangeView] */
        Page_RoleChangeView_: {
            /** Items */
            items: components["schemas"]["RoleChangeView"][];
            /**
             * Next Cursor
             * @description Give it back as `cursor` for the next page; absent on the last
             */
            next_cursor?: string | null;
        };
        /** Page[TaskView] */
        Page_TaskView_: {
            /** Items */
            items: components["schemas"]["TaskView"][];
            /**
             * Next Cursor
             * @description Give it back as `cursor` for the next page; absent on the last
             */
            next_cursor?: string | null;
        };
        /**
         * ParameterChangeBody
         * @description A value that a code shall have from a day on.
         */
        ParameterChangeBody: {
            /**
             * Code
             * @example dsr.unsecured
             */
            code: string;
            /**
             * @description domain.md §0.1
             * @example P
             */
            confidence: components["schemas"]["Confidence"];
            /**
             * Correction
             * @description Mends a mistake: may begin in the past, or replace a value of that day
             * @default false
             */
            correction?: boolean;
            /**
             * Reason
             * @example less debt service than income allows
             */
            reason: string;
            /**
             * Source
             * @example minutes of the risk committee 2026-11
             */
            source: string;
            /**
             * Unit
             * @example %
             */
            unit: string;
            /**
             * Valid From
             * Format: date
             * @description Not in the past, unless it is a correction
             * @example 2099-01-01
             */
            valid_from: string;
            /**
             * Value
             * @example 65
             */
            value: string;
        };
        /**
         * ParameterChangeView
         * @description A proposed change and what became of it.
         */
        ParameterChangeView: {
            /** Code */
            code: string;
            confidence: components["schemas"]["Confidence"];
            /** Correction */
            correction: boolean;
            /** Decided At */
            decided_at: string | null;
            /** Decided By */
            decided_by: string | null;
            /** Decision Reason */
            decision_reason: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Proposed At
             * Format: date-time
             */
            proposed_at: string;
            /** Proposed By */
            proposed_by: string;
            /** Reason */
            reason: string;
            /** Sequence */
            sequence: number;
            /** Source */
            source: string;
            status: components["schemas"]["ChangeStatus"];
            /** Unit */
            unit: string;
            /**
             * Valid From
             * Format: date
             */
            valid_from: string;
            /** Value */
            value: string;
        };
        /**
         * ParameterKindView
         * @description A code that the service reads, and what its values may be.
         */
        ParameterKindView: {
            /** Allowed */
            allowed: string;
            /**
             * Area
             * @description Changing it needs the permission <area>-parameter.change
             */
            area: string;
            /** Code */
            code: string;
            /** Meaning */
            meaning: string;
            /** Unit */
            unit: string;
        };
        /**
         * ParameterRejectionBody
         * @description Why a change is not wanted.
         */
        ParameterRejectionBody: {
            /**
             * Reason
             * @example the committee has not decided yet
             */
            reason: string;
        };
        /**
         * ParameterView
         * @description A number that a regulator or the institution may change, and the days on which it holds.
         */
        ParameterView: {
            /**
             * Approved By
             * @description `seed`, or who proposed and who approved it
             */
            approved_by: string;
            /** Code */
            code: string;
            /** Confidence */
            confidence: string;
            /**
             * In Force
             * @description Whether it holds on the day asked for, else today
             */
            in_force: boolean;
            /**
             * Recorded At
             * Format: date-time
             */
            recorded_at: string;
            /**
             * Replaced
             * @description Whether a correction of the same first day has taken its place
             */
            replaced: boolean;
            /** Source */
            source: string;
            /** Unit */
            unit: string;
            /**
             * Valid From
             * Format: date
             */
            valid_from: string;
            /**
             * Valid To
             * @description The last day: the one before the next value of the code begins
             */
            valid_to: string | null;
            /** Value */
            value: string;
        };
        /**
         * PathView
         * @description A path, how many went it, and how long it takes: the median of each.
         */
        PathView: {
            /** Count */
            count: number;
            /**
             * Due Hours
             * @description Working hours that people have for its tasks
             */
            due_hours: number;
            /** Path */
            path: string[];
            /**
             * Timers S
             * @description Seconds waited for timers
             */
            timers_s: number;
        };
        /**
         * PersonView
         * @description The caller as the service knows him.
         */
        PersonView: {
            absence: components["schemas"]["AbsenceView"] | null;
            /** Roles */
            roles: string[];
            /** Subject */
            subject: string;
        };
        /**
         * PlayedView
         * @description What became of one.
         */
        PlayedView: {
            /**
             * Due Hours
             * @description Working hours that people have for its tasks, one after the other
             */
            due_hours: number;
            /** Faults */
            faults: string[];
            /** Name */
            name: string;
            /** Path */
            path: string[];
            /** Result */
            result: string | null;
            /**
             * Tasks
             * @description The roles that tasks were opened for
             */
            tasks: string[];
            /**
             * Timers S
             * @description Seconds waited for timers
             */
            timers_s: number;
            /**
             * Waits For
             * @description The step that nothing answers and no timer ends
             */
            waits_for: string | null;
        };
        /**
         * PostBody
         * @description Somebody's roles and branch.
         */
        PostBody: {
            /**
             * Branch
             * @example 310000-01
             */
            branch?: string | null;
            /** Roles */
            roles: string[];
            /**
             * Subject
             * @description The subject of his token: a name for people, never a number of theirs
             * @example u-approver-2
             */
            subject: string;
        };
        /**
         * Problem
         * @description The body of every error.
         */
        Problem: {
            /**
             * Code
             * @description Stable; words for people are chosen by it
             * @example parameter-change-not-found
             */
            code: string;
            /** Correlation Id */
            correlation_id?: string | null;
            /**
             * Detail
             * @default
             */
            detail?: string;
            /**
             * Errors
             * @default []
             */
            errors?: components["schemas"]["ProblemField"][];
            /** Status */
            status: number;
            /** Title */
            title: string;
            /**
             * Type
             * @example urn:xinliu:problem:parameter-change-not-found
             */
            type: string;
        };
        /**
         * ProblemField
         * @description One wrong field.
         */
        ProblemField: {
            /**
             * Code
             * @example greater_than_equal
             */
            code: string;
            /**
             * Detail
             * @example Input should be greater than or equal to 500000
             */
            detail: string;
            /**
             * Pointer
             * @description JSON pointer into the request
             * @example /amount_minor
             */
            pointer: string;
        };
        /**
         * ProcessBody
         * @description A process to publish: its text, or the file as it was saved, in whatever encoding it declares.
         */
        ProcessBody: {
            /**
             * Bpmn
             * @description BPMN 2.0 XML
             * @example <definitions id="d" targetNamespace="urn:xinliu" xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"><process id="screening-only" isExecutable="true"><startEvent id="submitted"/><serviceTask id="screening" camunda:topic="fraud-screening.requested"/><boundaryEvent id="silence" attachedToRef="screening"><timerEventDefinition><timeDuration>PT5M</timeDuration></timerEventDefinition></boundaryEvent><endEvent id="approved"><extensionElements><camunda:properties><camunda:property name="result" value="APPROVED"/></camunda:properties></extensionElements></endEvent><endEvent id="declined"><extensionElements><camunda:properties><camunda:property name="result" value="DECLINED"/></camunda:properties></extensionElements></endEvent><sequenceFlow id="a" sourceRef="submitted" targetRef="screening"/><sequenceFlow id="b" sourceRef="screening" targetRef="approved"/><sequenceFlow id="c" sourceRef="silence" targetRef="declined"/></process></definitions>
             */
            bpmn?: string | null;
            /**
             * File
             * @description In the place of `bpmn`: the bytes of the file in base64 (RFC 4648 §4)
             * @example PGRlZmluaXRpb25zIGlkPSJkIiB0YXJnZXROYW1lc3BhY2U9InVybjp4aW5saXUiIHhtbG5zPSJodHRwOi8vd3d3Lm9tZy5vcmcvc3BlYy9CUE1OLzIwMTAwNTI0L01PREVMIiB4bWxuczpjYW11bmRhPSJodHRwOi8vY2FtdW5kYS5vcmcvc2NoZW1hLzEuMC9icG1uIj48cHJvY2VzcyBpZD0ic2NyZWVuaW5nLW9ubHkiIGlzRXhlY3V0YWJsZT0idHJ1ZSI+PHN0YXJ0RXZlbnQgaWQ9InN1Ym1pdHRlZCIvPjxzZXJ2aWNlVGFzayBpZD0ic2NyZWVuaW5nIiBjYW11bmRhOnRvcGljPSJmcmF1ZC1zY3JlZW5pbmcucmVxdWVzdGVkIi8+PGJvdW5kYXJ5RXZlbnQgaWQ9InNpbGVuY2UiIGF0dGFjaGVkVG9SZWY9InNjcmVlbmluZyI+PHRpbWVyRXZlbnREZWZpbml0aW9uPjx0aW1lRHVyYXRpb24+UFQ1TTwvdGltZUR1cmF0aW9uPjwvdGltZXJFdmVudERlZmluaXRpb24+PC9ib3VuZGFyeUV2ZW50PjxlbmRFdmVudCBpZD0iYXBwcm92ZWQiPjxleHRlbnNpb25FbGVtZW50cz48Y2FtdW5kYTpwcm9wZXJ0aWVzPjxjYW11bmRhOnByb3BlcnR5IG5hbWU9InJlc3VsdCIgdmFsdWU9IkFQUFJPVkVEIi8+PC9jYW11bmRhOnByb3BlcnRpZXM+PC9leHRlbnNpb25FbGVtZW50cz48L2VuZEV2ZW50PjxlbmRFdmVudCBpZD0iZGVjbGluZWQiPjxleHRlbnNpb25FbGVtZW50cz48Y2FtdW5kYTpwcm9wZXJ0aWVzPjxjYW11bmRhOnByb3BlcnR5IG5hbWU9InJlc3VsdCIgdmFsdWU9IkRFQ0xJTkVEIi8+PC9jYW11bmRhOnByb3BlcnRpZXM+PC9leHRlbnNpb25FbGVtZW50cz48L2VuZEV2ZW50PjxzZXF1ZW5jZUZsb3cgaWQ9ImEiIHNvdXJjZVJlZj0ic3VibWl0dGVkIiB0YXJnZXRSZWY9InNjcmVlbmluZyIvPjxzZXF1ZW5jZUZsb3cgaWQ9ImIiIHNvdXJjZVJlZj0ic2NyZWVuaW5nIiB0YXJnZXRSZWY9ImFwcHJvdmVkIi8+PHNlcXVlbmNlRmxvdyBpZD0iYyIgc291cmNlUmVmPSJzaWxlbmNlIiB0YXJnZXRSZWY9ImRlY2xpbmVkIi8+PC9wcm9jZXNzPjwvZGVmaW5pdGlvbnM+
             */
            file?: string | null;
        };
        /**
         * ProcessFiguresView
         * @description Figures of a process. Flows and elements have the ids of its diagram, for a picture of where cases go and are.
         */
        ProcessFiguresView: {
            /** Code */
            code: string;
            /**
             * Elements
             * @description Where these wait now
             */
            elements: components["schemas"]["ElementView"][];
            /**
             * Ended
             * @description Those that ended last, at most 5,000 of the days
             */
            ended: number;
            /**
             * Ended From
             * Format: date
             */
            ended_from: string;
            /**
             * Ended To
             * Format: date
             */
            ended_to: string;
            /**
             * Flows
             * @description Of the cases that ended; a version that runs on SpiffWorkflow tells none
             */
            flows: components["schemas"]["FlowView"][];
            /**
             * Median S
             * @description Half of them took at most so many seconds from their opening on
             */
            median_s: number;
            /** Ninth Decile S */
            ninth_decile_s: number;
            /** Outcomes */
            outcomes: components["schemas"]["OutcomeView"][];
            /** Per Working Day */
            per_working_day: string;
            /**
             * Running
             * @description Those that were opened last, at most 10,000
             */
            running: number;
            /**
             * Version
             * @description Null: of all versions
             */
            version: number | null;
        };
        /**
         * ProcessView
         * @description A published version; `executor` is `token` where it was proven equal to SpiffWorkflow, else `spiff`.
         */
        ProcessView: {
            /** Code */
            code: string;
            /** Executor */
            executor: string;
            /** Name */
            name: string;
            /** Proof */
            proof: {
                [key: string]: unknown;
            };
            /**
             * Published At
             * Format: date-time
             */
            published_at: string;
            /** Published By */
            published_by: string;
            /** Sha256 */
            sha256: string;
            /** Version */
            version: number;
        };
        /**
         * ProofView
         * @description What was recorded: who, when, and the hash of the paper.
         */
        ProofView: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** By */
            by: string;
            /**
             * Document Id
             * Format: uuid
             */
            document_id: string;
            /** In Person */
            in_person: boolean;
            /** Sha256 */
            sha256: string;
            /**
             * Taken At
             * Format: date-time
             */
            taken_at: string;
        };
        /**
         * ProposalDecisionBody
         * @description Why; it stays with the proposal.
         */
        ProposalDecisionBody: {
            /**
             * Reason
             * @example As agreed for the branches
             */
            reason?: string | null;
        };
        /**
         * ProposalStatus
         * @description Only what is APPROVED is published.
         * @enum {string}
         */
        ProposalStatus: "PROPOSED" | "APPROVED" | "REJECTED" | "WITHDRAWN";
        /**
         * ProposalView
         * @description A proposed process and what became of it.
         */
        ProposalView: {
            /** Code */
            code: string;
            /** Decided At */
            decided_at: string | null;
            /** Decided By */
            decided_by: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
            /**
             * Proposed At
             * Format: date-time
             */
            proposed_at: string;
            /** Proposed By */
            proposed_by: string;
            /** Published Version */
            published_version: number | null;
            /** Reason */
            reason: string | null;
            /** Sha256 */
            sha256: string;
            status: components["schemas"]["ProposalStatus"];
        };
        /**
         * ProposedStatus
         * @description Only what is APPROVED counts.
         * @enum {string}
         */
        ProposedStatus: "PROPOSED" | "APPROVED" | "REJECTED" | "WITHDRAWN";
        /**
         * Reason
         * @description Why a decision is what it is: a stable code, and the figures behind it.
         */
        Reason: {
            /**
             * Code
             * @example R03
             */
            code: string;
            /**
             * Contribution
             * @description Score points lost (negative) or won, where a score gave the reason
             */
            contribution?: string | null;
            /**
             * Detail
             * @description Internal wording for staff, without personal data
             * @default
             */
            detail?: string;
            /**
             * Limit
             * @description The figure that was allowed
             */
            limit?: string | null;
            /**
             * Value
             * @description The figure that was seen
             */
            value?: string | null;
        };
        /**
         * ReassignmentBody
         * @description To whom the task goes.
         */
        ReassignmentBody: {
            /**
             * To
             * @description The subject of his token: a name for people, never a number of theirs
             * @example u-approver-2
             */
            to: string;
        };
        /**
         * RecommendationView
         * @description What the findings recommend; the decision is a person's.
         */
        RecommendationView: {
            /** Amount Minor */
            amount_minor: number | null;
            /** Annual Rate */
            annual_rate: string | null;
            /**
             * Cautions
             * @description Codes of what to look at: exceptions, rules that were hit, triggers
             */
            cautions: string[];
            /** @description Null: evidence is missing, nothing is recommended */
            choice: components["schemas"]["Choice"] | null;
            /** Reasons */
            reasons: components["schemas"]["Reason"][];
        };
        /**
         * RegistryFacts
         * @description Business registry (domain.md §7.7).
         */
        RegistryFacts: {
            /**
             * Abnormal
             * @default false
             */
            abnormal?: boolean;
            /** Months Operating */
            months_operating: number;
            /**
             * Serious Illegal
             * @default false
             */
            serious_illegal?: boolean;
            /** State */
            state: string;
        };
        /**
         * RehearsalView
         * @description What would become of a letter if it were replayed now. Nothing of it has happened.
         */
        RehearsalView: {
            /**
             * Code
             * @description Why, where it is not done
             */
            code: string | null;
            /** Detail */
            detail: string | null;
            /** @description `done`, `duplicate` and `refused`: finished with; `retried`, `dead`: it would wait */
            fate: components["schemas"]["Fate"];
            /**
             * Sends
             * @description Messages that it leads to, by type
             */
            sends: {
                [key: string]: number;
            };
            /**
             * Writes
             * @description Rows that it changes, by table
             */
            writes: {
                [key: string]: number;
            };
        };
        /**
         * RepaymentMethod
         * @description Codes of domain.md §3.1.
         * @enum {string}
         */
        RepaymentMethod: "EQUAL_INSTALMENT" | "EQUAL_PRINCIPAL" | "INTEREST_FIRST" | "FLAT" | "AT_MATURITY" | "STAGED" | "BALLOON" | "REVOLVING";
        /**
         * ReplayedView
         * @description What a draft of a decision gives of what a case knew, and the version in force.
         */
        ReplayedView: {
            draft: components["schemas"]["AnswerView"];
            /** Given */
            given: {
                [key: string]: unknown;
            };
            in_force: components["schemas"]["AnswerView"] | null;
            /**
             * Name
             * @description The application
             */
            name: string;
        };
        /**
         * ReplayView
         * @description How many outbox rows are published again.
         */
        ReplayView: {
            /** Rows */
            rows: number;
        };
        /**
         * ReportedView
         * @description How many have changed.
         */
        ReportedView: {
            /** Changed */
            changed: number;
        };
        /**
         * ResumedView
         * @description How many consumers go on.
         */
        ResumedView: {
            /** Resumed */
            resumed: number;
        };
        /**
         * RetentionRuleView
         * @description How long a record is kept, from which event on, and why.
         */
        RetentionRuleView: {
            /**
             * Parameter
             * @description Changed by two persons, like every parameter
             */
            parameter: string;
            /**
             * Period
             * @description That holds today; absent: nothing goes
             */
            period: number | null;
            /** Record */
            record: string;
            /**
             * Since
             * @description The event from which the period runs
             */
            since: string;
            /** Source */
            source: string;
            /** Table */
            table: string;
            /**
             * Takes
             * @description What goes when it is over: tables, or columns that are emptied
             */
            takes: string[];
            /** Unit */
            unit: string;
            /** Valid From */
            valid_from: string | null;
            /** Why */
            why: string;
        };
        /**
         * RetentionRunView
         * @description What one rule took away on one day.
         */
        RetentionRunView: {
            /**
             * Cutoff
             * Format: date-time
             * @description What began before it was due
             */
            cutoff: string;
            /** Finished At */
            finished_at: string | null;
            /**
             * First At
             * @description Of what went: the oldest event
             */
            first_at: string | null;
            /**
             * Held
             * @description Rows that were due and stay under a legal hold
             */
            held: number;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Last At
             * @description Of what went: the newest event
             */
            last_at: string | null;
            /** Period */
            period: number;
            /** Record */
            record: string;
            /** Recorded At */
            recorded_at: string | null;
            /** Rule */
            rule: string;
            /**
             * Started At
             * Format: date-time
             */
            started_at: string;
            /**
             * Taken
             * @description Rows by table
             */
            taken: {
                [key: string]: number;
            };
            /** Unit */
            unit: string;
            /**
             * Valid From
             * Format: date
             * @description With `recorded_at`, the version of the rule
             */
            valid_from: string;
        };
        /**
         * RetirementBody
         * @description From when no case starts on a version any more.
         */
        RetirementBody: {
            /**
             * Valid From
             * Format: date
             * @example 2030-01-01
             */
            valid_from: string;
        };
        /**
         * RetirementView
         * @description A retired version.
         */
        RetirementView: {
            /** Code */
            code: string;
            /**
             * Valid From
             * Format: date
             */
            valid_from: string;
            /** Version */
            version: number;
        };
        /**
         * ReviewKind
         * @description What a borrower may ask for about a decision (PIPL 24, R-9.9).
         * @enum {string}
         */
        ReviewKind: "EXPLANATION" | "HUMAN_REVIEW";
        /**
         * ReviewStatus
         * @description OPEN while a person looks; then the decision is UPHELD or REVISED.
         * @enum {string}
         */
        ReviewStatus: "OPEN" | "UPHELD" | "REVISED";
        /**
         * ReviewsView
         * @description The requests about an application, oldest first.
         */
        ReviewsView: {
            /** Items */
            items: components["schemas"]["ReviewView"][];
        };
        /**
         * ReviewView
         * @description What became of a borrower's request about the decision of his application, in words for him.
         */
        ReviewView: {
            /** Answer */
            answer: string | null;
            /** Answered At */
            answered_at: string | null;
            /**
             * Due At
             * Format: date-time
             */
            due_at: string;
            kind: components["schemas"]["ReviewKind"];
            /**
             * Review Id
             * Format: uuid
             */
            review_id: string;
            status: components["schemas"]["ReviewStatus"];
        };
        /**
         * RiskAssessed
         * @description Probability of default, score, grade, limit, price and reasons, with the versions that gave them.
         */
        RiskAssessed: {
            /**
             * Annual Rate
             * @description Annual rate as a decimal: 0.072 is 7.2 %
             * @example 0.072
             */
            annual_rate: string;
            /**
             * Application Id
             * Format: uuid
             */
            application_id: string;
            /**
             * Assessed At
             * Format: date-time
             */
            assessed_at: string;
            /**
             * Assessment Id
             * Format: uuid
             */
            assessment_id: string;
            /**
             * Case Id
             * Format: uuid
             */
            case_id: string;
            /** Grade */
            grade: string;
            /**
             * Limit Minor
             * @description What may be lent at most; an approval is the smaller of this and the request
             * @example 1000000
             */
            limit_minor: number;
            /** Model Version */
            model_version: string;
            outcome: components["schemas"]["RiskOutcome"];
            /** Pd */
            pd: string;
            /** Policy Version */
            policy_version: string;
            /**
             * Reasons
             * @default []
             */
            reasons?: components["schemas"]["Reason"][];
            /**
             * Request Id
             * Format: uuid
             */
            request_id: string;
            /** Score */
            score: number;
            /** Scorecard Version */
            scorecard_version: string;
            /**
             * Sequence
             * @description Position among the facts of the aggregate that the key names
             * @default 0
             */
            sequence?: number;
            /**
             * Triggers
             * @description Codes that send the application to a person
             * @default []
             */
            triggers?: string[];
        };
        /**
         * RiskOutcome
         * @description What the policy rules recommend.
         * @enum {string}
         */
        RiskOutcome: "APPROVE" | "REFER" | "DECLINE";
        /**
         * RoleChangeBody
         * @description Which roles somebody shall hold, and no others; without any he leaves.
         * @example {
         *       "branch": "100000-00",
         *       "reason": "接替离职同事，人事令 2099-018",
         *       "roles": [
         *         "approver"
         *       ],
         *       "subject": "u-approver-2"
         *     }
         */
        RoleChangeBody: {
            /**
             * Branch
             * @example 310000-01
             */
            branch?: string | null;
            /**
             * Reason
             * @example 接替离职同事，人事令 2099-018
             */
            reason: string;
            /** Roles */
            roles: string[];
            /**
             * Subject
             * @description The subject of his token: a name for people, never a number of theirs
             * @example u-approver-2
             */
            subject: string;
        };
        /**
         * RoleChangeView
         * @description A change of somebody's roles, and what became of it.
         */
        RoleChangeView: {
            /** Before Branch */
            before_branch: string | null;
            /** Before Roles */
            before_roles: string[];
            /** Branch */
            branch: string | null;
            /**
             * Carried Out At
             * @description When whoever signs people in had done it
             */
            carried_out_at: string | null;
            /** Decided At */
            decided_at: string | null;
            /** Decided By */
            decided_by: string | null;
            /** Decision Reason */
            decision_reason: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Proposed At
             * Format: date-time
             */
            proposed_at: string;
            /** Proposed By */
            proposed_by: string;
            /** Reason */
            reason: string;
            /** Roles */
            roles: string[];
            status: components["schemas"]["ProposedStatus"];
            /** Subject */
            subject: string;
        };
        /**
         * RoleDecisionBody
         * @description Why it is decided so; it goes into no message.
         */
        RoleDecisionBody: {
            /**
             * Reason
             * @example 已核对人事令
             */
            reason?: string | null;
        };
        /**
         * RuleView
         * @description A rule that was hit: whose it is, what it saw and what its limit was, and its version.
         */
        RuleView: {
            /**
             * By
             * @description fraud or risk
             */
            by: string;
            /** Code */
            code: string;
            /** Detail */
            detail: string;
            /** Limit */
            limit: string | null;
            /** Value */
            value: string | null;
            /** Version */
            version: string;
        };
        /**
         * RuntimeView
         * @description The process that answers. Two looks at the same one tell how much it does a second.
         */
        RuntimeView: {
            /**
             * Answered
             * @description Requests that it has answered
             */
            answered: number;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Cpu Seconds */
            cpu_seconds: number;
            /**
             * Handled
             * @description Messages that it has handled since then, with whatever outcome
             */
            handled: number;
            /** Instance */
            instance: string;
            /** Memory Bytes */
            memory_bytes: number;
            /** Mode */
            mode: string;
            /**
             * Since
             * Format: date-time
             * @description When it was started
             */
            since: string;
        };
        /**
         * ScopeBody
         * @description Which applications; what is not told holds for all.
         */
        ScopeBody: {
            /** Amount Below Minor */
            amount_below_minor?: number | null;
            /** Amount From Minor */
            amount_from_minor?: number | null;
            /**
             * Branch
             * @example 310000-01
             */
            branch?: string | null;
            /** Channel */
            channel?: string | null;
            /** Customer Type */
            customer_type?: string | null;
            /**
             * Product Code
             * @example PCL-ONLINE
             */
            product_code?: string | null;
            /**
             * Region
             * @description The beginning of the branches' codes
             * @example 310000
             */
            region?: string | null;
        };
        /**
         * SimilarCaseView
         * @description A decided case like the one that is looked at.
         */
        SimilarCaseView: {
            /** Amount Minor */
            amount_minor: number;
            /**
             * Application Id
             * Format: uuid
             */
            application_id: string;
            /** Application No */
            application_no: string;
            /** Approved Minor */
            approved_minor: number | null;
            /** Branch */
            branch: string;
            /** Decided At */
            decided_at: string | null;
            /** Grade */
            grade: string | null;
            loan: components["schemas"]["LoanView"] | null;
            /**
             * Opened At
             * Format: date-time
             */
            opened_at: string;
            outcome: components["schemas"]["Outcome"] | null;
            /** Product Code */
            product_code: string;
            /** Score */
            score: number;
            status: components["schemas"]["CaseStatus"];
        };
        /**
         * SimilarView
         * @description Decided cases of the product that are nearest by score, on both sides of it, and what became of them.
         */
        SimilarView: {
            /** Approved */
            approved: number;
            /**
             * Approved Share
             * @description Of those compared; null where there are none
             */
            approved_share: string | null;
            /**
             * Compared
             * @description So many cases, at most 200
             */
            compared: number;
            /**
             * Late
             * @description Of the lent, those that were ever more than 30 days past due
             */
            late: number;
            /**
             * Late Share
             * @description Of the lent; null where none was
             */
            late_share: string | null;
            /**
             * Lent
             * @description Of the approved, those that were paid out
             */
            lent: number;
            /**
             * Nearest
             * @description The 10 most like it
             */
            nearest: components["schemas"]["SimilarCaseView"][];
        };
        /**
         * SimulationBody
         * @description A draft, and what to play it over: facts, or the cases of a process that were decided last.
         */
        SimulationBody: {
            /**
             * Beside
             * @description The process whose version in force is played beside it
             */
            beside?: string | null;
            /**
             * Bpmn
             * @description BPMN 2.0 XML
             * @example <definitions id="d" targetNamespace="urn:xinliu" xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"><process id="screening-only" isExecutable="true"><startEvent id="submitted"/><serviceTask id="screening" camunda:topic="fraud-screening.requested"/><boundaryEvent id="silence" attachedToRef="screening"><timerEventDefinition><timeDuration>PT5M</timeDuration></timerEventDefinition></boundaryEvent><endEvent id="approved"><extensionElements><camunda:properties><camunda:property name="result" value="APPROVED"/></camunda:properties></extensionElements></endEvent><endEvent id="declined"><extensionElements><camunda:properties><camunda:property name="result" value="DECLINED"/></camunda:properties></extensionElements></endEvent><sequenceFlow id="a" sourceRef="submitted" targetRef="screening"/><sequenceFlow id="b" sourceRef="screening" targetRef="approved"/><sequenceFlow id="c" sourceRef="silence" targetRef="declined"/></process></definitions>
             */
            bpmn?: string | null;
            /**
             * Cases
             * @default 100
             */
            cases?: number;
            /**
             * Facts
             * @default []
             */
            facts?: components["schemas"]["FactsBody"][];
            /**
             * File
             * @description In the place of `bpmn`: the bytes of the file in base64 (RFC 4648 §4)
             * @example PGRlZmluaXRpb25zIGlkPSJkIiB0YXJnZXROYW1lc3BhY2U9InVybjp4aW5saXUiIHhtbG5zPSJodHRwOi8vd3d3Lm9tZy5vcmcvc3BlYy9CUE1OLzIwMTAwNTI0L01PREVMIiB4bWxuczpjYW11bmRhPSJodHRwOi8vY2FtdW5kYS5vcmcvc2NoZW1hLzEuMC9icG1uIj48cHJvY2VzcyBpZD0ic2NyZWVuaW5nLW9ubHkiIGlzRXhlY3V0YWJsZT0idHJ1ZSI+PHN0YXJ0RXZlbnQgaWQ9InN1Ym1pdHRlZCIvPjxzZXJ2aWNlVGFzayBpZD0ic2NyZWVuaW5nIiBjYW11bmRhOnRvcGljPSJmcmF1ZC1zY3JlZW5pbmcucmVxdWVzdGVkIi8+PGJvdW5kYXJ5RXZlbnQgaWQ9InNpbGVuY2UiIGF0dGFjaGVkVG9SZWY9InNjcmVlbmluZyI+PHRpbWVyRXZlbnREZWZpbml0aW9uPjx0aW1lRHVyYXRpb24+UFQ1TTwvdGltZUR1cmF0aW9uPjwvdGltZXJFdmVudERlZmluaXRpb24+PC9ib3VuZGFyeUV2ZW50PjxlbmRFdmVudCBpZD0iYXBwcm92ZWQiPjxleHRlbnNpb25FbGVtZW50cz48Y2FtdW5kYTpwcm9wZXJ0aWVzPjxjYW11bmRhOnByb3BlcnR5IG5hbWU9InJlc3VsdCIgdmFsdWU9IkFQUFJPVkVEIi8+PC9jYW11bmRhOnByb3BlcnRpZXM+PC9leHRlbnNpb25FbGVtZW50cz48L2VuZEV2ZW50PjxlbmRFdmVudCBpZD0iZGVjbGluZWQiPjxleHRlbnNpb25FbGVtZW50cz48Y2FtdW5kYTpwcm9wZXJ0aWVzPjxjYW11bmRhOnByb3BlcnR5IG5hbWU9InJlc3VsdCIgdmFsdWU9IkRFQ0xJTkVEIi8+PC9jYW11bmRhOnByb3BlcnRpZXM+PC9leHRlbnNpb25FbGVtZW50cz48L2VuZEV2ZW50PjxzZXF1ZW5jZUZsb3cgaWQ9ImEiIHNvdXJjZVJlZj0ic3VibWl0dGVkIiB0YXJnZXRSZWY9InNjcmVlbmluZyIvPjxzZXF1ZW5jZUZsb3cgaWQ9ImIiIHNvdXJjZVJlZj0ic2NyZWVuaW5nIiB0YXJnZXRSZWY9ImFwcHJvdmVkIi8+PHNlcXVlbmNlRmxvdyBpZD0iYyIgc291cmNlUmVmPSJzaWxlbmNlIiB0YXJnZXRSZWY9ImRlY2xpbmVkIi8+PC9wcm9jZXNzPjwvZGVmaW5pdGlvbnM+
             */
            file?: string | null;
            /**
             * History Of
             * @description Where no facts are given: the process whose decided cases are played
             */
            history_of?: string | null;
        };
        /**
         * SimulationView
         * @description What became of all.
         */
        SimulationView: {
            /** Differences */
            differences: components["schemas"]["DifferenceView"][];
            /** Items */
            items: components["schemas"]["PlayedView"][];
            /**
             * Paths
             * @description The most frequent first
             */
            paths: components["schemas"]["PathView"][];
            /**
             * Results
             * @description How many ended so; `NONE` did not end
             */
            results: {
                [key: string]: number;
            };
            /**
             * Tasks
             * @description How many tasks each role got
             */
            tasks: {
                [key: string]: number;
            };
        };
        /**
         * SittingView
         * @description A committee: who votes, who has the last word on an approval, and whether nobody learns who voted how.
         */
        SittingView: {
            /** Chair */
            chair: string | null;
            /** Members */
            members: string[];
            /** Secret */
            secret: boolean;
        };
        /**
         * SnoozeBody
         * @description Until when the task is laid aside.
         */
        SnoozeBody: {
            /**
             * Until
             * Format: date-time
             * @example 2026-10-08T01:00:00Z
             */
            until: string;
        };
        /**
         * SocialInsuranceFacts
         * @description Social insurance and housing fund (domain.md §7.4): income = monthly deposit / (personal + employer ratio).
         */
        SocialInsuranceFacts: {
            /**
             * Monthly Income Minor
             * @description Money in minor units (fen)
             * @example 1000000
             */
            monthly_income_minor: number;
            /** Months Continuous */
            months_continuous: number;
        };
        /**
         * Source
         * @description Outside sources, each behind one port of the integration gateway (domain.md §7).
         * @enum {string}
         */
        Source: "IDENTITY" | "TELECOM" | "CREDIT_BUREAU" | "SOCIAL_INSURANCE" | "TAX" | "COURT" | "REGISTRY" | "FACE";
        /**
         * SourceStatus
         * @description The status of the common envelope (domain.md §7.0). MISS is not clean (R-7.3).
         * @enum {string}
         */
        SourceStatus: "HIT" | "MISS" | "ERROR" | "TIMEOUT" | "REJECTED";
        /**
         * SourceView
         * @description An outside source: whether it has answered, and how old that is.
         */
        SourceView: {
            /**
             * Age Days
             * @description Whole days since
             */
            age_days: number | null;
            /** As Of */
            as_of: string | null;
            /** Required */
            required: boolean;
            source: components["schemas"]["Source"];
            /** @description Null: not asked yet, or the collection was silent */
            status: components["schemas"]["SourceStatus"] | null;
        };
        /**
         * StaffReportBody
         * @description Everybody who can sign in as a member of staff.
         * @example {
         *       "people": [
         *         {
         *           "branch": "100000-00",
         *           "roles": [
         *             "approver"
         *           ],
         *           "subject": "u-approver-2"
         *         }
         *       ]
         *     }
         */
        StaffReportBody: {
            /** People */
            people: components["schemas"]["PostBody"][];
        };
        /**
         * StaffView
         * @description Everybody; there are few, so all are told at once.
         */
        StaffView: {
            /** Items */
            items: components["schemas"]["MemberView"][];
        };
        /**
         * Standing
         * @description How a checkpoint stands at a moment: DUE is what is missing though its task is late, LAPSING and LAPSED are what
         *     is held and good for little more, or no more.
         * @enum {string}
         */
        Standing: "MISSING" | "DUE" | "HELD" | "LAPSING" | "LAPSED" | "CLOSED";
        /**
         * StepBackBody
         * @description To which task the case goes back, and why: whoever does it anew reads it.
         */
        StepBackBody: {
            /**
             * Reason
             * @example 收入证明与流水不符，请重新核实
             */
            reason: string;
            /**
             * Stage
             * @description Absent: the task that was completed last
             * @example verify
             */
            stage?: string | null;
        };
        /**
         * TaskCountsView
         * @description How many tasks wait in an inbox. What nothing waits for is left out of the lists.
         */
        TaskCountsView: {
            all: components["schemas"]["workflow_svc__api__tasks__views__WaitingView"];
            /** By Branch */
            by_branch: components["schemas"]["WaitingOfView"][];
            /**
             * By Product
             * @description An empty value: tasks from before products were noted
             */
            by_product: components["schemas"]["WaitingOfView"][];
            /** By Role */
            by_role: components["schemas"]["WaitingOfView"][];
            /** By Stage */
            by_stage: components["schemas"]["WaitingOfView"][];
            /** @description In the caller's hands */
            mine: components["schemas"]["workflow_svc__api__tasks__views__WaitingView"];
        };
        /**
         * TaskFiguresView
         * @description Figures of the tasks that were completed between two days.
         */
        TaskFiguresView: {
            /**
             * Closed From
             * Format: date
             */
            closed_from: string;
            /**
             * Closed To
             * Format: date
             */
            closed_to: string;
            /**
             * Items
             * @description The most first, at most 200 kinds
             */
            items: components["schemas"]["FiguresView"][];
        };
        /**
         * TaskStatus
         * @description OPEN in the inbox, CLAIMED by a person, SUSPENDED in his hands while its time stands still, COMPLETED, or
         *     CANCELLED because the case needs it no more.
         * @enum {string}
         */
        TaskStatus: "OPEN" | "CLAIMED" | "SUSPENDED" | "COMPLETED" | "CANCELLED";
        /**
         * TaskView
         * @description A task of the inbox.
         */
        TaskView: {
            /** Amount Minor */
            amount_minor: number;
            /**
             * Application Id
             * Format: uuid
             */
            application_id: string;
            /** Application No */
            application_no: string | null;
            /** Assignee */
            assignee: string | null;
            /** Branch */
            branch: string;
            /**
             * Case Id
             * Format: uuid
             */
            case_id: string;
            /** Completed At */
            completed_at: string | null;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Due At
             * Format: date-time
             */
            due_at: string;
            /**
             * Flows
             * @description Why a person has to look: where the process turned to this task
             */
            flows: components["schemas"]["FlowTaken"][];
            /** Follow Up At */
            follow_up_at: string | null;
            /**
             * Form
             * @description JSON Schema of what has to be told with the decision
             */
            form: {
                [key: string]: unknown;
            } | null;
            /** Form Key */
            form_key: string | null;
            /**
             * Given
             * @description What its process hands in for the work (input parameters)
             */
            given: {
                [key: string]: unknown;
            } | null;
            /**
             * Handed By
             * @description Who has handed it over to him; he may take it back, or get it back
             */
            handed_by: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
            outcome: components["schemas"]["Choice"] | null;
            /** Outcomes */
            outcomes: components["schemas"]["Choice"][];
            /**
             * Priority
             * @description Up to 100, the most urgent; null where its process tells none
             */
            priority: number | null;
            /**
             * Product Code
             * @description Null for a task from before products were noted
             */
            product_code: string | null;
            /** Quorum */
            quorum: number;
            /** Role */
            role: string;
            /** Sequence */
            sequence: number;
            /** @description The committee that was appointed to vote on it, if there is one */
            sitting: components["schemas"]["SittingView"] | null;
            /**
             * Snoozed Until
             * @description Until when its holder has laid it aside
             */
            snoozed_until: string | null;
            /** Stage */
            stage: string;
            status: components["schemas"]["TaskStatus"];
            /**
             * Suspended At
             * @description Since when its time stands still
             */
            suspended_at: string | null;
            /**
             * Told
             * @description What was told with it
             */
            told: {
                [key: string]: unknown;
            } | null;
            /** Votes */
            votes: number;
        };
        /**
         * TaxFacts
         * @description Tax standing of the applicant's business (domain.md §7.5).
         */
        TaxFacts: {
            /**
             * Arrears Minor
             * @description Money in minor units (fen)
             * @default 0
             * @example 1000000
             */
            arrears_minor?: number;
            /**
             * Credit Level
             * @description A, M, B, C or D
             */
            credit_level: string;
            /**
             * Sales 12M Minor
             * @description Money in minor units (fen)
             * @default 0
             * @example 1000000
             */
            sales_12m_minor?: number;
            /**
             * Zero Invoice Months 12M
             * @default 0
             */
            zero_invoice_months_12m?: number;
        };
        /**
         * TelecomFacts
         * @description Stability labels of the mobile number (domain.md §7.3); call records are never collected.
         */
        TelecomFacts: {
            /**
             * In Service
             * @default true
             */
            in_service?: boolean;
            /**
             * Online Months Band
             * @description 0-3, 3-6, 6-12, 12-24, 24+
             */
            online_months_band: string;
            /**
             * Three Factor
             * @description 1 match, 2 mismatch, 3 no record
             */
            three_factor: string;
        };
        /**
         * TraceView
         * @description Why it went as it did: rules that were hit, and where the process turned.
         */
        TraceView: {
            /** Flows */
            flows: components["schemas"]["FlowTaken"][];
            /** Rules */
            rules: components["schemas"]["RuleView"][];
        };
        /**
         * TrialBody
         * @description What a decision is asked about.
         */
        TrialBody: {
            /**
             * Given
             * @example {
             *       "channel": "mobile-bank"
             *     }
             */
            given: {
                [key: string]: number | string | boolean | null;
            };
        };
        /**
         * TrialView
         * @description What it gives; nothing is kept.
         */
        TrialView: {
            /**
             * Fallback
             * @description Why the careful answer was given; empty where a rule gave it
             */
            fallback: string;
            /** Given */
            given: {
                [key: string]: unknown;
            };
            /** Result */
            result: {
                [key: string]: unknown;
            };
            /**
             * Trace
             * @description By node of the graph: what went in, what came out, which rule held
             */
            trace: {
                [key: string]: unknown;
            };
            /** Version */
            version: number;
        };
        /**
         * WaitingOfView
         * @description How many tasks wait of one kind.
         */
        WaitingOfView: {
            /**
             * Claimed
             * @description In somebody's hands
             */
            claimed: number;
            /**
             * Open
             * @description In the inbox: nobody has taken them
             */
            open: number;
            /**
             * Overdue
             * @description Of both, those past their due time
             */
            overdue: number;
            /**
             * Value
             * @description The role, branch, stage or product
             * @example manual_review
             */
            value: string;
        };
        /**
         * Wanting
         * @description What somebody has to do something about.
         * @enum {string}
         */
        Wanting: "MISSING" | "DUE" | "LAPSING" | "LAPSED";
        /**
         * ChangeView
         * @description A change of what cases run on, and what became of it.
         */
        workflow_svc__api__definitions__change_views__ChangeView: {
            /** Code */
            code: string;
            /** Content */
            content: {
                [key: string]: unknown;
            };
            /** Decided At */
            decided_at: string | null;
            /** Decided By */
            decided_by: string | null;
            /** Decision Reason */
            decision_reason: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            kind: components["schemas"]["ChangeKind"];
            /** Name */
            name: string;
            /**
             * Proposed At
             * Format: date-time
             */
            proposed_at: string;
            /** Proposed By */
            proposed_by: string;
            /** Report */
            report: {
                [key: string]: unknown;
            };
            /** Sha256 */
            sha256: string;
            status: components["schemas"]["ProposedStatus"];
        };
        /**
         * ChangeView
         * @description A part of a process that is new (no `before`), gone (no `after`) or other than it was.
         */
        workflow_svc__api__definitions__draft_views__ChangeView: {
            /** After */
            after: string | null;
            /** Before */
            before: string | null;
            /** Element */
            element: string;
            /**
             * Part
             * @description Empty for the whole element
             */
            part: string;
        };
        /**
         * WaitingView
         * @description What is to be carried out, in its order.
         */
        workflow_svc__api__directory__views__WaitingView: {
            /** Items */
            items: components["schemas"]["RoleChangeView"][];
        };
        /**
         * WaitingView
         * @description How many tasks wait.
         */
        workflow_svc__api__tasks__views__WaitingView: {
            /**
             * Claimed
             * @description In somebody's hands
             */
            claimed: number;
            /**
             * Open
             * @description In the inbox: nobody has taken them
             */
            open: number;
            /**
             * Overdue
             * @description Of both, those past their due time
             */
            overdue: number;
        };
        /**
         * WorkingSpanView
         * @description Working time, by the calendar.
         */
        WorkingSpanView: {
            /**
             * Median S
             * @description Half of them took at most so many seconds
             */
            median_s: number;
            /**
             * Ninth Decile S
             * @description Nine of ten took at most so many seconds
             */
            ninth_decile_s: number;
        };
        /**
         * WrittenDecisionView
         * @description A version as it was written.
         */
        WrittenDecisionView: {
            /** Code */
            code: string;
            /** Content */
            content: {
                [key: string]: unknown;
            };
            /** Name */
            name: string;
            /**
             * Published At
             * Format: date-time
             */
            published_at: string;
            /** Published By */
            published_by: string;
            /** Sha256 */
            sha256: string;
            /** Version */
            version: number;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    note_absence: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "begins": "2026-10-08T01:00:00Z",
                 *       "deputy": "u-approver-2",
                 *       "ends": "2026-10-16T01:00:00Z"
                 *     }
                 */
                "application/json": components["schemas"]["AbsenceBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "absence": {
                     *         "begins": "2026-01-31T09:30:00Z",
                     *         "deputy": "text",
                     *         "ends": "2026-01-31T09:30:00Z"
                     *       },
                     *       "roles": [
                     *         "text"
                     *       ],
                     *       "subject": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["PersonView"];
                };
            };
        };
    };
    end_absence: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "absence": {
                     *         "begins": "2026-01-31T09:30:00Z",
                     *         "deputy": "text",
                     *         "ends": "2026-01-31T09:30:00Z"
                     *       },
                     *       "roles": [
                     *         "text"
                     *       ],
                     *       "subject": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["PersonView"];
                };
            };
        };
    };
    list_consumers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "instance": "text",
                     *           "lag": 1,
                     *           "missing": [
                     *             "text"
                     *           ],
                     *           "reason": "text",
                     *           "seen_at": "2026-01-31T09:30:00Z",
                     *           "since": "2026-01-31T09:30:00Z",
                     *           "state": "RUNNING"
                     *         }
                     *       ],
                     *       "next_cursor": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["Page_ConsumerView_"];
                };
            };
        };
    };
    resume_consumers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "resumed": 1
                     *     }
                     */
                    "application/json": components["schemas"]["ResumedView"];
                };
            };
        };
    };
    list_dead_letters: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before */
                cursor?: string | null;
                /** @description Items a page */
                limit?: number;
                /** @description Absent: those that wait for a person */
                state?: components["schemas"]["LetterState"][] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "attempts": 1,
                     *           "created_at": "2026-01-31T09:30:00Z",
                     *           "detail": "text",
                     *           "discard_by": "text",
                     *           "discard_note": "text",
                     *           "discard_reason": "NOT_OURS",
                     *           "discarded_by": "text",
                     *           "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "last_failed_at": "2026-01-31T09:30:00Z",
                     *           "message_id": "text",
                     *           "offset": 1,
                     *           "partition": 1,
                     *           "reason": "text",
                     *           "replayed_at": "2026-01-31T09:30:00Z",
                     *           "replays": 1,
                     *           "state": "RETRYING",
                     *           "topic": "text",
                     *           "topic_id": "019bd906-1280-798f-a429-4925d566d08d"
                     *         }
                     *       ],
                     *       "next_cursor": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["Page_DeadLetterView_"];
                };
            };
        };
    };
    get_dead_letter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                letter_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "attempts": 1,
                     *       "created_at": "2026-01-31T09:30:00Z",
                     *       "detail": "text",
                     *       "discard_by": "text",
                     *       "discard_note": "text",
                     *       "discard_reason": "NOT_OURS",
                     *       "discarded_by": "text",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "last_failed_at": "2026-01-31T09:30:00Z",
                     *       "message_id": "text",
                     *       "offset": 1,
                     *       "partition": 1,
                     *       "reason": "text",
                     *       "replayed_at": "2026-01-31T09:30:00Z",
                     *       "replays": 1,
                     *       "state": "RETRYING",
                     *       "topic": "text",
                     *       "topic_id": "019bd906-1280-798f-a429-4925d566d08d"
                     *     }
                     */
                    "application/json": components["schemas"]["DeadLetterView"];
                };
            };
        };
    };
    propose_discard: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                letter_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "note": "sent by hand while the new release was tried",
                 *       "reason": "NOT_OURS"
                 *     }
                 */
                "application/json": components["schemas"]["DiscardBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "attempts": 1,
                     *       "created_at": "2026-01-31T09:30:00Z",
                     *       "detail": "text",
                     *       "discard_by": "text",
                     *       "discard_note": "text",
                     *       "discard_reason": "NOT_OURS",
                     *       "discarded_by": "text",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "last_failed_at": "2026-01-31T09:30:00Z",
                     *       "message_id": "text",
                     *       "offset": 1,
                     *       "partition": 1,
                     *       "reason": "text",
                     *       "replayed_at": "2026-01-31T09:30:00Z",
                     *       "replays": 1,
                     *       "state": "RETRYING",
                     *       "topic": "text",
                     *       "topic_id": "019bd906-1280-798f-a429-4925d566d08d"
                     *     }
                     */
                    "application/json": components["schemas"]["DeadLetterView"];
                };
            };
        };
    };
    confirm_discard: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                letter_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "attempts": 1,
                     *       "created_at": "2026-01-31T09:30:00Z",
                     *       "detail": "text",
                     *       "discard_by": "text",
                     *       "discard_note": "text",
                     *       "discard_reason": "NOT_OURS",
                     *       "discarded_by": "text",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "last_failed_at": "2026-01-31T09:30:00Z",
                     *       "message_id": "text",
                     *       "offset": 1,
                     *       "partition": 1,
                     *       "reason": "text",
                     *       "replayed_at": "2026-01-31T09:30:00Z",
                     *       "replays": 1,
                     *       "state": "RETRYING",
                     *       "topic": "text",
                     *       "topic_id": "019bd906-1280-798f-a429-4925d566d08d"
                     *     }
                     */
                    "application/json": components["schemas"]["DeadLetterView"];
                };
            };
        };
    };
    reject_discard: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                letter_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "attempts": 1,
                     *       "created_at": "2026-01-31T09:30:00Z",
                     *       "detail": "text",
                     *       "discard_by": "text",
                     *       "discard_note": "text",
                     *       "discard_reason": "NOT_OURS",
                     *       "discarded_by": "text",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "last_failed_at": "2026-01-31T09:30:00Z",
                     *       "message_id": "text",
                     *       "offset": 1,
                     *       "partition": 1,
                     *       "reason": "text",
                     *       "replayed_at": "2026-01-31T09:30:00Z",
                     *       "replays": 1,
                     *       "state": "RETRYING",
                     *       "topic": "text",
                     *       "topic_id": "019bd906-1280-798f-a429-4925d566d08d"
                     *     }
                     */
                    "application/json": components["schemas"]["DeadLetterView"];
                };
            };
        };
    };
    rehearse_dead_letter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                letter_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "text",
                     *       "detail": "text",
                     *       "fate": "done",
                     *       "sends": {
                     *         "code": 1
                     *       },
                     *       "writes": {
                     *         "code": 1
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["RehearsalView"];
                };
            };
        };
    };
    replay_dead_letter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                letter_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "attempts": 1,
                     *       "created_at": "2026-01-31T09:30:00Z",
                     *       "detail": "text",
                     *       "discard_by": "text",
                     *       "discard_note": "text",
                     *       "discard_reason": "NOT_OURS",
                     *       "discarded_by": "text",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "last_failed_at": "2026-01-31T09:30:00Z",
                     *       "message_id": "text",
                     *       "offset": 1,
                     *       "partition": 1,
                     *       "reason": "text",
                     *       "replayed_at": "2026-01-31T09:30:00Z",
                     *       "replays": 1,
                     *       "state": "RETRYING",
                     *       "topic": "text",
                     *       "topic_id": "019bd906-1280-798f-a429-4925d566d08d"
                     *     }
                     */
                    "application/json": components["schemas"]["DeadLetterView"];
                };
            };
        };
    };
    list_legal_holds: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before */
                cursor?: string | null;
                /** @description Items a page */
                limit?: number;
                /** @description Only those that are not released */
                open_only?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "placed_at": "2026-01-31T09:30:00Z",
                     *           "placed_by": "text",
                     *           "reason": "text",
                     *           "release_reason": "text",
                     *           "released_at": "2026-01-31T09:30:00Z",
                     *           "released_by": "text",
                     *           "subject_id": "019bd906-1280-798f-a429-4925d566d08d"
                     *         }
                     *       ],
                     *       "next_cursor": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["Page_LegalHoldView_"];
                };
            };
        };
    };
    place_legal_hold: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "lawsuit 2026-117",
                 *       "subject_id": "5e0f4a1c-7d0b-4f0e-9d8e-2b1c0a9f8e7d"
                 *     }
                 */
                "application/json": components["schemas"]["LegalHoldBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "placed_at": "2026-01-31T09:30:00Z",
                     *       "placed_by": "text",
                     *       "reason": "text",
                     *       "release_reason": "text",
                     *       "released_at": "2026-01-31T09:30:00Z",
                     *       "released_by": "text",
                     *       "subject_id": "019bd906-1280-798f-a429-4925d566d08d"
                     *     }
                     */
                    "application/json": components["schemas"]["LegalHoldView"];
                };
            };
        };
    };
    release_legal_hold: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                hold_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "the lawsuit is over"
                 *     }
                 */
                "application/json": components["schemas"]["LegalHoldReleaseBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "placed_at": "2026-01-31T09:30:00Z",
                     *       "placed_by": "text",
                     *       "reason": "text",
                     *       "release_reason": "text",
                     *       "released_at": "2026-01-31T09:30:00Z",
                     *       "released_by": "text",
                     *       "subject_id": "019bd906-1280-798f-a429-4925d566d08d"
                     *     }
                     */
                    "application/json": components["schemas"]["LegalHoldView"];
                };
            };
        };
    };
    release_outbox: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "rows": 1
                     *     }
                     */
                    "application/json": components["schemas"]["ReplayView"];
                };
            };
        };
    };
    replay_outbox: {
        parameters: {
            query?: {
                /** @description Rows of the last so many seconds */
                since_s?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "rows": 1
                     *     }
                     */
                    "application/json": components["schemas"]["ReplayView"];
                };
            };
        };
    };
    list_parameter_changes: {
        parameters: {
            query?: {
                /** @description Of one code */
                code?: string | null;
                /** @description `next_cursor` of the page before */
                cursor?: string | null;
                /** @description Items a page */
                limit?: number;
                /** @description In one state */
                status?: components["schemas"]["ChangeStatus"] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "code": "text",
                     *           "confidence": "C1",
                     *           "correction": true,
                     *           "decided_at": "2026-01-31T09:30:00Z",
                     *           "decided_by": "text",
                     *           "decision_reason": "text",
                     *           "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "proposed_at": "2026-01-31T09:30:00Z",
                     *           "proposed_by": "text",
                     *           "reason": "text",
                     *           "sequence": 1,
                     *           "source": "text",
                     *           "status": "PROPOSED",
                     *           "unit": "text",
                     *           "valid_from": "2026-01-31",
                     *           "value": "text"
                     *         }
                     *       ],
                     *       "next_cursor": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["Page_ParameterChangeView_"];
                };
            };
        };
    };
    propose_parameter_change: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "code": "dsr.unsecured",
                 *       "confidence": "P",
                 *       "correction": true,
                 *       "reason": "less debt service than income allows",
                 *       "source": "minutes of the risk committee 2026-11",
                 *       "unit": "%",
                 *       "valid_from": "2099-01-01",
                 *       "value": "65"
                 *     }
                 */
                "application/json": components["schemas"]["ParameterChangeBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "text",
                     *       "confidence": "C1",
                     *       "correction": true,
                     *       "decided_at": "2026-01-31T09:30:00Z",
                     *       "decided_by": "text",
                     *       "decision_reason": "text",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "proposed_at": "2026-01-31T09:30:00Z",
                     *       "proposed_by": "text",
                     *       "reason": "text",
                     *       "sequence": 1,
                     *       "source": "text",
                     *       "status": "PROPOSED",
                     *       "unit": "text",
                     *       "valid_from": "2026-01-31",
                     *       "value": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["ParameterChangeView"];
                };
            };
        };
    };
    get_parameter_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                change_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "text",
                     *       "confidence": "C1",
                     *       "correction": true,
                     *       "decided_at": "2026-01-31T09:30:00Z",
                     *       "decided_by": "text",
                     *       "decision_reason": "text",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "proposed_at": "2026-01-31T09:30:00Z",
                     *       "proposed_by": "text",
                     *       "reason": "text",
                     *       "sequence": 1,
                     *       "source": "text",
                     *       "status": "PROPOSED",
                     *       "unit": "text",
                     *       "valid_from": "2026-01-31",
                     *       "value": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["ParameterChangeView"];
                };
            };
        };
    };
    approve_parameter_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                change_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "text",
                     *       "confidence": "C1",
                     *       "correction": true,
                     *       "decided_at": "2026-01-31T09:30:00Z",
                     *       "decided_by": "text",
                     *       "decision_reason": "text",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "proposed_at": "2026-01-31T09:30:00Z",
                     *       "proposed_by": "text",
                     *       "reason": "text",
                     *       "sequence": 1,
                     *       "source": "text",
                     *       "status": "PROPOSED",
                     *       "unit": "text",
                     *       "valid_from": "2026-01-31",
                     *       "value": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["ParameterChangeView"];
                };
            };
        };
    };
    reject_parameter_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                change_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "the committee has not decided yet"
                 *     }
                 */
                "application/json": components["schemas"]["ParameterRejectionBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "text",
                     *       "confidence": "C1",
                     *       "correction": true,
                     *       "decided_at": "2026-01-31T09:30:00Z",
                     *       "decided_by": "text",
                     *       "decision_reason": "text",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "proposed_at": "2026-01-31T09:30:00Z",
                     *       "proposed_by": "text",
                     *       "reason": "text",
                     *       "sequence": 1,
                     *       "source": "text",
                     *       "status": "PROPOSED",
                     *       "unit": "text",
                     *       "valid_from": "2026-01-31",
                     *       "value": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["ParameterChangeView"];
                };
            };
        };
    };
    withdraw_parameter_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                change_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "text",
                     *       "confidence": "C1",
                     *       "correction": true,
                     *       "decided_at": "2026-01-31T09:30:00Z",
                     *       "decided_by": "text",
                     *       "decision_reason": "text",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "proposed_at": "2026-01-31T09:30:00Z",
                     *       "proposed_by": "text",
                     *       "reason": "text",
                     *       "sequence": 1,
                     *       "source": "text",
                     *       "status": "PROPOSED",
                     *       "unit": "text",
                     *       "valid_from": "2026-01-31",
                     *       "value": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["ParameterChangeView"];
                };
            };
        };
    };
    list_parameter_kinds: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "allowed": "text",
                     *           "area": "text",
                     *           "code": "text",
                     *           "meaning": "text",
                     *           "unit": "text"
                     *         }
                     *       ],
                     *       "next_cursor": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["Page_ParameterKindView_"];
                };
            };
        };
    };
    list_parameters: {
        parameters: {
            query?: {
                /** @description Of one code */
                code?: string | null;
                /** @description Only what holds on this day */
                on?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "approved_by": "text",
                     *           "code": "text",
                     *           "confidence": "text",
                     *           "in_force": true,
                     *           "recorded_at": "2026-01-31T09:30:00Z",
                     *           "replaced": true,
                     *           "source": "text",
                     *           "unit": "text",
                     *           "valid_from": "2026-01-31",
                     *           "valid_to": "2026-01-31",
                     *           "value": "text"
                     *         }
                     *       ],
                     *       "next_cursor": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["Page_ParameterView_"];
                };
            };
        };
    };
    list_retention_rules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "parameter": "text",
                     *           "period": 1,
                     *           "record": "text",
                     *           "since": "text",
                     *           "source": "text",
                     *           "table": "text",
                     *           "takes": [
                     *             "text"
                     *           ],
                     *           "unit": "text",
                     *           "valid_from": "2026-01-31",
                     *           "why": "text"
                     *         }
                     *       ],
                     *       "next_cursor": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["Page_RetentionRuleView_"];
                };
            };
        };
    };
    list_retention_runs: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before */
                cursor?: string | null;
                /** @description Items a page */
                limit?: number;
                /** @description Of one record */
                record?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "cutoff": "2026-01-31T09:30:00Z",
                     *           "finished_at": "2026-01-31T09:30:00Z",
                     *           "first_at": "2026-01-31T09:30:00Z",
                     *           "held": 1,
                     *           "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "last_at": "2026-01-31T09:30:00Z",
                     *           "period": 1,
                     *           "record": "text",
                     *           "recorded_at": "2026-01-31T09:30:00Z",
                     *           "rule": "text",
                     *           "started_at": "2026-01-31T09:30:00Z",
                     *           "taken": {
                     *             "code": 1
                     *           },
                     *           "unit": "text",
                     *           "valid_from": "2026-01-31"
                     *         }
                     *       ],
                     *       "next_cursor": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["Page_RetentionRunView_"];
                };
            };
        };
    };
    get_runtime: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "answered": 1,
                     *       "at": "2026-01-31T09:30:00Z",
                     *       "cpu_seconds": 0.5,
                     *       "handled": 1,
                     *       "instance": "text",
                     *       "memory_bytes": 1,
                     *       "mode": "text",
                     *       "since": "2026-01-31T09:30:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["RuntimeView"];
                };
            };
        };
    };
    get_case_of: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                application_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "amount_minor": 5000000,
                     *       "answered": {
                     *         "amount_minor": 1000000,
                     *         "application_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *         "approval_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *         "case_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *         "conditions": [
                     *           "text"
                     *         ],
                     *         "decided_at": "2026-01-31T09:30:00Z",
                     *         "decided_by": "text",
                     *         "loan_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *         "outcome": "APPROVED",
                     *         "reasons": [
                     *           {
                     *             "code": "R03",
                     *             "contribution": "text",
                     *             "detail": "text",
                     *             "limit": "text",
                     *             "value": "text"
                     *           }
                     *         ],
                     *         "sequence": 1,
                     *         "subject": "RESTRUCTURING",
                     *         "versions": {
                     *           "code": "text"
                     *         }
                     *       },
                     *       "application_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "application_no": "text",
                     *       "asked": {
                     *         "amount_minor": 1000000,
                     *         "annual_rate": "0.072",
                     *         "application_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *         "approval_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *         "branch": "text",
                     *         "channel": "text",
                     *         "committee_over_minor": 1000000,
                     *         "customer_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *         "loan_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *         "loan_no": "text",
                     *         "process_code": "text",
                     *         "product_code": "text",
                     *         "repayment_method": "EQUAL_INSTALMENT",
                     *         "requested_at": "2026-01-31T09:30:00Z",
                     *         "requested_by": "text",
                     *         "sequence": 1,
                     *         "subject": "RESTRUCTURING",
                     *         "term_months": 1
                     *       },
                     *       "bounds": {
                     *         "accepted_documents": [
                     *           "text"
                     *         ],
                     *         "assessed_rate": "text",
                     *         "barred": true,
                     *         "highest_minor": 5000000,
                     *         "highest_rate": "text",
                     *         "lacking": [
                     *           "text"
                     *         ],
                     *         "limit_minor": 5000000,
                     *         "lowest_minor": 5000000
                     *       },
                     *       "branch": "text",
                     *       "collected": {
                     *         "collected_at": "2026-01-31T09:30:00Z",
                     *         "court": {
                     *           "dishonest": 1,
                     *           "enforcement": 1,
                     *           "enforcement_amount_minor": 1000000,
                     *           "enforcement_ended": 1,
                     *           "judgments": 1,
                     *           "spending_restricted": 1
                     *         },
                     *         "credit_bureau": {
                     *           "bad_class_accounts": 1,
                     *           "bad_debts": 1,
                     *           "bad_guarantees": 1,
                     *           "bad_transactions": 1,
                     *           "card_balance_minor": 1000000,
                     *           "card_limit_minor": 1000000,
                     *           "card_used_minor": 1000000,
                     *           "current_overdue_minor": 1000000,
                     *           "doubtful_guarantees": 1,
                     *           "eased_transactions": 1,
                     *           "enforced_accounts": 1,
                     *           "enforcement_records": 1,
                     *           "guarantee_balance_minor": 1000000,
                     *           "judgment_records": 1,
                     *           "late_1_24m": 1,
                     *           "late_2_24m": 1,
                     *           "late_3_24m": 1,
                     *           "late_4plus_24m": 1,
                     *           "late_months_60m": 1,
                     *           "late_run_24m": 1,
                     *           "monthly_debt_service_minor": 1000000,
                     *           "mortgage_accounts": 1,
                     *           "open_accounts": 1,
                     *           "overdue_accounts": 1,
                     *           "penalty_records": 1,
                     *           "queries_1m": 1,
                     *           "queries_3m": 1,
                     *           "query_orgs_30d": 1,
                     *           "query_orgs_7d": 1,
                     *           "query_orgs_90d": 1,
                     *           "recovered_debts": 1,
                     *           "recovered_debts_ended": 1,
                     *           "restricted_accounts": 1,
                     *           "revolving_utilisation": "text",
                     *           "tax_arrears_records": 1,
                     *           "unknown_codes": 1,
                     *           "unknown_months_24m": 1,
                     *           "unsecured_exposure_minor": 1000000,
                     *           "watched_accounts": 1,
                     *           "worst_12m": 1,
                     *           "worst_24m": 1,
                     *           "worst_60m": 1
                     *         },
                     *         "identity": {
                     *           "deceased": true,
                     *           "match": "text"
                     *         },
                     *         "registry": {
                     *           "abnormal": true,
                     *           "months_operating": 1,
                     *           "serious_illegal": true,
                     *           "state": "text"
                     *         },
                     *         "social_insurance": {
                     *           "monthly_income_minor": 1000000,
                     *           "months_continuous": 1
                     *         },
                     *         "statuses": {
                     *           "IDENTITY": "HIT"
                     *         },
                     *         "tax": {
                     *           "arrears_minor": 1000000,
                     *           "credit_level": "text",
                     *           "sales_12m_minor": 1000000,
                     *           "zero_invoice_months_12m": 1
                     *         },
                     *         "telecom": {
                     *           "in_service": true,
                     *           "online_months_band": "text",
                     *           "three_factor": "text"
                     *         }
                     *       },
                     *       "customer_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "decision": {
                     *         "amount_minor": 1000000,
                     *         "annual_rate": "0.072",
                     *         "application_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *         "automatic": true,
                     *         "case_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *         "conditions": [
                     *           "text"
                     *         ],
                     *         "conditions_before_contract": [
                     *           "text"
                     *         ],
                     *         "decided_at": "2026-01-31T09:30:00Z",
                     *         "decided_by": "text",
                     *         "decision_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *         "exceptions": [
                     *           "text"
                     *         ],
                     *         "grade": "text",
                     *         "outcome": "APPROVED",
                     *         "reasons": [
                     *           {
                     *             "code": "R03",
                     *             "contribution": "text",
                     *             "detail": "text",
                     *             "limit": "text",
                     *             "value": "text"
                     *           }
                     *         ],
                     *         "repayment_method": "EQUAL_INSTALMENT",
                     *         "score": 1,
                     *         "sequence": 1,
                     *         "supersedes": "019bd906-1280-798f-a429-4925d566d08d",
                     *         "term_months": 1,
                     *         "versions": {
                     *           "code": "text"
                     *         }
                     *       },
                     *       "declared": {
                     *         "age": 1,
                     *         "dependents": 1,
                     *         "monthly_expense_minor": 1000000,
                     *         "monthly_income_minor": 1000000
                     *       },
                     *       "fraud": {
                     *         "application_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *         "case_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *         "features": {
                     *           "code": 1
                     *         },
                     *         "outcome": "PASS",
                     *         "reasons": [
                     *           {
                     *             "code": "R03",
                     *             "contribution": "text",
                     *             "detail": "text",
                     *             "limit": "text",
                     *             "value": "text"
                     *           }
                     *         ],
                     *         "request_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *         "rules_version": "text",
                     *         "screened_at": "2026-01-31T09:30:00Z",
                     *         "screening_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *         "sequence": 1
                     *       },
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "opened_at": "2026-01-31T09:30:00Z",
                     *       "process_code": "text",
                     *       "process_version": 1,
                     *       "product_code": "text",
                     *       "purpose": "text",
                     *       "repayment_method": "EQUAL_INSTALMENT",
                     *       "risk": {
                     *         "annual_rate": "0.072",
                     *         "application_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *         "assessed_at": "2026-01-31T09:30:00Z",
                     *         "assessment_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *         "case_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *         "grade": "text",
                     *         "limit_minor": 1000000,
                     *         "model_version": "text",
                     *         "outcome": "APPROVE",
                     *         "pd": "text",
                     *         "policy_version": "text",
                     *         "reasons": [
                     *           {
                     *             "code": "R03",
                     *             "contribution": "text",
                     *             "detail": "text",
                     *             "limit": "text",
                     *             "value": "text"
                     *           }
                     *         ],
                     *         "request_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *         "score": 1,
                     *         "scorecard_version": "text",
                     *         "sequence": 1,
                     *         "triggers": [
                     *           "text"
                     *         ]
                     *       },
                     *       "sequence": 1,
                     *       "status": "RUNNING",
                     *       "tasks": [
                     *         {
                     *           "amount_minor": 5000000,
                     *           "application_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "application_no": "text",
                     *           "assignee": "text",
                     *           "branch": "text",
                     *           "case_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "comment_sha256": "text",
                     *           "completed_at": "2026-01-31T09:30:00Z",
                     *           "created_at": "2026-01-31T09:30:00Z",
                     *           "decisions": [
                     *             {
                     *               "amount_minor": 5000000,
                     *               "annual_rate": "text",
                     *               "at": "2026-01-31T09:30:00Z",
                     *               "choice": "APPROVE",
                     *               "comment": "text",
                     *               "comment_sha256": "text",
                     *               "conditions": [
                     *                 "text"
                     *               ],
                     *               "conditions_before_contract": [
                     *                 "text"
                     *               ],
                     *               "document_kinds": [
                     *                 "text"
                     *               ],
                     *               "exception_reason": "text",
                     *               "exceptions": [
                     *                 "text"
                     *               ],
                     *               "reason_codes": [
                     *                 "text"
                     *               ],
                     *               "subject": "text"
                     *             }
                     *           ],
                     *           "due_at": "2026-01-31T09:30:00Z",
                     *           "flows": [
                     *             {
                     *               "at": "decide",
                     *               "condition": "text",
                     *               "flow": "flow_to_review",
                     *               "label": "text",
                     *               "values": {
                     *                 "code": "text"
                     *               }
                     *             }
                     *           ],
                     *           "follow_up_at": "2026-01-31T09:30:00Z",
                     *           "form": {},
                     *           "form_key": "text",
                     *           "given": {},
                     *           "handed_by": "text",
                     *           "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "name": "text",
                     *           "opinions": [
                     *             {
                     *               "amount_minor": 5000000,
                     *               "annual_rate": "text",
                     *               "at": "2026-01-31T09:30:00Z",
                     *               "choice": "APPROVE",
                     *               "comment": "text",
                     *               "comment_sha256": "text",
                     *               "conditions": [
                     *                 "text"
                     *               ],
                     *               "conditions_before_contract": [
                     *                 "text"
                     *               ],
                     *               "document_kinds": [
                     *                 "text"
                     *               ],
                     *               "exception_reason": "text",
                     *               "exceptions": [
                     *                 "text"
                     *               ],
                     *               "reason_codes": [
                     *                 "text"
                     *               ],
                     *               "subject": "text"
                     *             }
                     *           ],
                     *           "outcome": "APPROVE",
                     *           "outcomes": [
                     *             "APPROVE"
                     *           ],
                     *           "priority": 1,
                     *           "product_code": "text",
                     *           "quorum": 1,
                     *           "role": "text",
                     *           "sequence": 1,
                     *           "sitting": {
                     *             "chair": "text",
                     *             "members": [
                     *               "text"
                     *             ],
                     *             "secret": true
                     *           },
                     *           "snoozed_until": "2026-01-31T09:30:00Z",
                     *           "stage": "text",
                     *           "status": "OPEN",
                     *           "suspended_at": "2026-01-31T09:30:00Z",
                     *           "told": {},
                     *           "votes": 1
                     *         }
                     *       ],
                     *       "term_months": 1,
                     *       "waiting_for": [
                     *         "text"
                     *       ],
                     *       "withheld": [
                     *         "fraud"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["CaseView"];
                };
            };
        };
    };
    list_checkpoints_of: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                application_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "application_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "application_no": "text",
                     *           "branch": "text",
                     *           "case_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "due_at": "2026-01-31T09:30:00Z",
                     *           "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "in_person": true,
                     *           "kind": "INTERVIEW",
                     *           "product_code": "text",
                     *           "proof": {
                     *             "at": "2026-01-31T09:30:00Z",
                     *             "by": "text",
                     *             "document_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *             "in_person": true,
                     *             "sha256": "text",
                     *             "taken_at": "2026-01-31T09:30:00Z"
                     *           },
                     *           "role": "text",
                     *           "sequence": 1,
                     *           "stage": "text",
                     *           "standing": "MISSING",
                     *           "task_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "valid_days": 1,
                     *           "valid_until": "2026-01-31T09:30:00Z"
                     *         }
                     *       ],
                     *       "next_cursor": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["Page_CheckpointView_"];
                };
            };
        };
    };
    list_decision_evaluations: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                application_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "decision": "text",
                     *           "element": "text",
                     *           "evaluated_at": "2026-01-31T09:30:00Z",
                     *           "fallback": "text",
                     *           "given": {},
                     *           "result": {},
                     *           "trace": {},
                     *           "version": 1
                     *         }
                     *       ],
                     *       "next_cursor": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["Page_EvaluationView_"];
                };
            };
        };
    };
    list_reviews: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                application_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "answer": "text",
                     *           "answered_at": "2026-01-31T09:30:00Z",
                     *           "due_at": "2026-01-31T09:30:00Z",
                     *           "kind": "EXPLANATION",
                     *           "review_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "status": "OPEN"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ReviewsView"];
                };
            };
        };
    };
    list_authorities: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before */
                cursor?: string | null;
                /** @description Items a page */
                limit?: number;
                /** @description Of one role alone */
                role?: string | null;
                status?: components["schemas"]["ProposedStatus"] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "branch": "text",
                     *           "decided_at": "2026-01-31T09:30:00Z",
                     *           "decided_by": "text",
                     *           "decision_reason": "text",
                     *           "exception": "text",
                     *           "grade": "text",
                     *           "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "most_minor": 5000000,
                     *           "product_code": "text",
                     *           "proposed_at": "2026-01-31T09:30:00Z",
                     *           "proposed_by": "text",
                     *           "reason": "text",
                     *           "role": "text",
                     *           "status": "PROPOSED",
                     *           "subject": "text",
                     *           "valid_from": "2026-01-31",
                     *           "valid_to": "2026-01-31"
                     *         }
                     *       ],
                     *       "next_cursor": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["Page_AuthorityView_"];
                };
            };
        };
    };
    propose_authority: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "grade": "D",
                 *       "most_minor": 10000000,
                 *       "reason": "D 级客户单户不超过十万元",
                 *       "role": "approver",
                 *       "valid_from": "2099-01-01"
                 *     }
                 */
                "application/json": components["schemas"]["AuthorityBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "branch": "text",
                     *       "decided_at": "2026-01-31T09:30:00Z",
                     *       "decided_by": "text",
                     *       "decision_reason": "text",
                     *       "exception": "text",
                     *       "grade": "text",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "most_minor": 5000000,
                     *       "product_code": "text",
                     *       "proposed_at": "2026-01-31T09:30:00Z",
                     *       "proposed_by": "text",
                     *       "reason": "text",
                     *       "role": "text",
                     *       "status": "PROPOSED",
                     *       "subject": "text",
                     *       "valid_from": "2026-01-31",
                     *       "valid_to": "2026-01-31"
                     *     }
                     */
                    "application/json": components["schemas"]["AuthorityView"];
                };
            };
        };
    };
    approve_authority: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                grant_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "第 12 次风险会议通过"
                 *     }
                 */
                "application/json": components["schemas"]["AuthorityDecisionBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "branch": "text",
                     *       "decided_at": "2026-01-31T09:30:00Z",
                     *       "decided_by": "text",
                     *       "decision_reason": "text",
                     *       "exception": "text",
                     *       "grade": "text",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "most_minor": 5000000,
                     *       "product_code": "text",
                     *       "proposed_at": "2026-01-31T09:30:00Z",
                     *       "proposed_by": "text",
                     *       "reason": "text",
                     *       "role": "text",
                     *       "status": "PROPOSED",
                     *       "subject": "text",
                     *       "valid_from": "2026-01-31",
                     *       "valid_to": "2026-01-31"
                     *     }
                     */
                    "application/json": components["schemas"]["AuthorityView"];
                };
            };
        };
    };
    reject_authority: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                grant_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "第 12 次风险会议通过"
                 *     }
                 */
                "application/json": components["schemas"]["AuthorityDecisionBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "branch": "text",
                     *       "decided_at": "2026-01-31T09:30:00Z",
                     *       "decided_by": "text",
                     *       "decision_reason": "text",
                     *       "exception": "text",
                     *       "grade": "text",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "most_minor": 5000000,
                     *       "product_code": "text",
                     *       "proposed_at": "2026-01-31T09:30:00Z",
                     *       "proposed_by": "text",
                     *       "reason": "text",
                     *       "role": "text",
                     *       "status": "PROPOSED",
                     *       "subject": "text",
                     *       "valid_from": "2026-01-31",
                     *       "valid_to": "2026-01-31"
                     *     }
                     */
                    "application/json": components["schemas"]["AuthorityView"];
                };
            };
        };
    };
    withdraw_authority: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                grant_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "第 12 次风险会议通过"
                 *     }
                 */
                "application/json": components["schemas"]["AuthorityDecisionBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "branch": "text",
                     *       "decided_at": "2026-01-31T09:30:00Z",
                     *       "decided_by": "text",
                     *       "decision_reason": "text",
                     *       "exception": "text",
                     *       "grade": "text",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "most_minor": 5000000,
                     *       "product_code": "text",
                     *       "proposed_at": "2026-01-31T09:30:00Z",
                     *       "proposed_by": "text",
                     *       "reason": "text",
                     *       "role": "text",
                     *       "status": "PROPOSED",
                     *       "subject": "text",
                     *       "valid_from": "2026-01-31",
                     *       "valid_to": "2026-01-31"
                     *     }
                     */
                    "application/json": components["schemas"]["AuthorityView"];
                };
            };
        };
    };
    get_decision_page: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "application_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "asked_for": {
                     *         "amount_minor": 5000000,
                     *         "application_no": "text",
                     *         "branch": "text",
                     *         "channel": "text",
                     *         "customer_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *         "customer_type": "text",
                     *         "declared": {
                     *           "age": 1,
                     *           "dependents": 1,
                     *           "monthly_expense_minor": 1000000,
                     *           "monthly_income_minor": 1000000
                     *         },
                     *         "own_debt_service_minor": 5000000,
                     *         "own_exposure_minor": 5000000,
                     *         "product_code": "text",
                     *         "product_version": 1,
                     *         "purpose": "text",
                     *         "repayment_method": "EQUAL_INSTALMENT",
                     *         "submitted_at": "2026-01-31T09:30:00Z",
                     *         "term_months": 1
                     *       },
                     *       "bounds": {
                     *         "accepted_documents": [
                     *           "text"
                     *         ],
                     *         "assessed_rate": "text",
                     *         "barred": true,
                     *         "highest_minor": 5000000,
                     *         "highest_rate": "text",
                     *         "lacking": [
                     *           "text"
                     *         ],
                     *         "limit_minor": 5000000,
                     *         "lowest_minor": 5000000
                     *       },
                     *       "case_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "collected": {
                     *         "collected_at": "2026-01-31T09:30:00Z",
                     *         "court": {
                     *           "dishonest": 1,
                     *           "enforcement": 1,
                     *           "enforcement_amount_minor": 1000000,
                     *           "enforcement_ended": 1,
                     *           "judgments": 1,
                     *           "spending_restricted": 1
                     *         },
                     *         "credit_bureau": {
                     *           "bad_class_accounts": 1,
                     *           "bad_debts": 1,
                     *           "bad_guarantees": 1,
                     *           "bad_transactions": 1,
                     *           "card_balance_minor": 1000000,
                     *           "card_limit_minor": 1000000,
                     *           "card_used_minor": 1000000,
                     *           "current_overdue_minor": 1000000,
                     *           "doubtful_guarantees": 1,
                     *           "eased_transactions": 1,
                     *           "enforced_accounts": 1,
                     *           "enforcement_records": 1,
                     *           "guarantee_balance_minor": 1000000,
                     *           "judgment_records": 1,
                     *           "late_1_24m": 1,
                     *           "late_2_24m": 1,
                     *           "late_3_24m": 1,
                     *           "late_4plus_24m": 1,
                     *           "late_months_60m": 1,
                     *           "late_run_24m": 1,
                     *           "monthly_debt_service_minor": 1000000,
                     *           "mortgage_accounts": 1,
                     *           "open_accounts": 1,
                     *           "overdue_accounts": 1,
                     *           "penalty_records": 1,
                     *           "queries_1m": 1,
                     *           "queries_3m": 1,
                     *           "query_orgs_30d": 1,
                     *           "query_orgs_7d": 1,
                     *           "query_orgs_90d": 1,
                     *           "recovered_debts": 1,
                     *           "recovered_debts_ended": 1,
                     *           "restricted_accounts": 1,
                     *           "revolving_utilisation": "text",
                     *           "tax_arrears_records": 1,
                     *           "unknown_codes": 1,
                     *           "unknown_months_24m": 1,
                     *           "unsecured_exposure_minor": 1000000,
                     *           "watched_accounts": 1,
                     *           "worst_12m": 1,
                     *           "worst_24m": 1,
                     *           "worst_60m": 1
                     *         },
                     *         "identity": {
                     *           "deceased": true,
                     *           "match": "text"
                     *         },
                     *         "registry": {
                     *           "abnormal": true,
                     *           "months_operating": 1,
                     *           "serious_illegal": true,
                     *           "state": "text"
                     *         },
                     *         "social_insurance": {
                     *           "monthly_income_minor": 1000000,
                     *           "months_continuous": 1
                     *         },
                     *         "statuses": {
                     *           "IDENTITY": "HIT"
                     *         },
                     *         "tax": {
                     *           "arrears_minor": 1000000,
                     *           "credit_level": "text",
                     *           "sales_12m_minor": 1000000,
                     *           "zero_invoice_months_12m": 1
                     *         },
                     *         "telecom": {
                     *           "in_service": true,
                     *           "online_months_band": "text",
                     *           "three_factor": "text"
                     *         }
                     *       },
                     *       "decision": {
                     *         "amount_minor": 1000000,
                     *         "annual_rate": "0.072",
                     *         "application_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *         "automatic": true,
                     *         "case_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *         "conditions": [
                     *           "text"
                     *         ],
                     *         "conditions_before_contract": [
                     *           "text"
                     *         ],
                     *         "decided_at": "2026-01-31T09:30:00Z",
                     *         "decided_by": "text",
                     *         "decision_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *         "exceptions": [
                     *           "text"
                     *         ],
                     *         "grade": "text",
                     *         "outcome": "APPROVED",
                     *         "reasons": [
                     *           {
                     *             "code": "R03",
                     *             "contribution": "text",
                     *             "detail": "text",
                     *             "limit": "text",
                     *             "value": "text"
                     *           }
                     *         ],
                     *         "repayment_method": "EQUAL_INSTALMENT",
                     *         "score": 1,
                     *         "sequence": 1,
                     *         "supersedes": "019bd906-1280-798f-a429-4925d566d08d",
                     *         "term_months": 1,
                     *         "versions": {
                     *           "code": "text"
                     *         }
                     *       },
                     *       "documents": {
                     *         "complete": true,
                     *         "kinds": [
                     *           {
                     *             "kind": "text",
                     *             "required": true,
                     *             "uploaded_at": "2026-01-31T09:30:00Z"
                     *           }
                     *         ]
                     *       },
                     *       "earlier": [
                     *         {
                     *           "amount_minor": 5000000,
                     *           "application_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "application_no": "text",
                     *           "approved_minor": 5000000,
                     *           "branch": "text",
                     *           "decided_at": "2026-01-31T09:30:00Z",
                     *           "loan": {
                     *             "disbursed_on": "2026-01-31",
                     *             "dpd": 1,
                     *             "loan_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *             "most_dpd": 1,
                     *             "principal_minor": 5000000,
                     *             "risk_class": "text",
                     *             "settled_on": "2026-01-31"
                     *           },
                     *           "opened_at": "2026-01-31T09:30:00Z",
                     *           "outcome": "APPROVED",
                     *           "product_code": "text",
                     *           "status": "RUNNING"
                     *         }
                     *       ],
                     *       "fraud": {
                     *         "application_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *         "case_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *         "features": {
                     *           "code": 1
                     *         },
                     *         "outcome": "PASS",
                     *         "reasons": [
                     *           {
                     *             "code": "R03",
                     *             "contribution": "text",
                     *             "detail": "text",
                     *             "limit": "text",
                     *             "value": "text"
                     *           }
                     *         ],
                     *         "request_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *         "rules_version": "text",
                     *         "screened_at": "2026-01-31T09:30:00Z",
                     *         "screening_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *         "sequence": 1
                     *       },
                     *       "mine": {
                     *         "authority_minor": 5000000,
                     *         "committee": 1,
                     *         "exceptions": [
                     *           "text"
                     *         ],
                     *         "kept_from": "text",
                     *         "task_id": "019bd906-1280-798f-a429-4925d566d08d"
                     *       },
                     *       "process": "text",
                     *       "recommendation": {
                     *         "amount_minor": 5000000,
                     *         "annual_rate": "text",
                     *         "cautions": [
                     *           "text"
                     *         ],
                     *         "choice": "APPROVE",
                     *         "reasons": [
                     *           {
                     *             "code": "R03",
                     *             "contribution": "text",
                     *             "detail": "text",
                     *             "limit": "text",
                     *             "value": "text"
                     *           }
                     *         ]
                     *       },
                     *       "risk": {
                     *         "annual_rate": "0.072",
                     *         "application_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *         "assessed_at": "2026-01-31T09:30:00Z",
                     *         "assessment_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *         "case_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *         "grade": "text",
                     *         "limit_minor": 1000000,
                     *         "model_version": "text",
                     *         "outcome": "APPROVE",
                     *         "pd": "text",
                     *         "policy_version": "text",
                     *         "reasons": [
                     *           {
                     *             "code": "R03",
                     *             "contribution": "text",
                     *             "detail": "text",
                     *             "limit": "text",
                     *             "value": "text"
                     *           }
                     *         ],
                     *         "request_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *         "score": 1,
                     *         "scorecard_version": "text",
                     *         "sequence": 1,
                     *         "triggers": [
                     *           "text"
                     *         ]
                     *       },
                     *       "sequence": 1,
                     *       "similar": {
                     *         "approved": 1,
                     *         "approved_share": "text",
                     *         "compared": 1,
                     *         "late": 1,
                     *         "late_share": "text",
                     *         "lent": 1,
                     *         "nearest": [
                     *           {
                     *             "amount_minor": 5000000,
                     *             "application_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *             "application_no": "text",
                     *             "approved_minor": 5000000,
                     *             "branch": "text",
                     *             "decided_at": "2026-01-31T09:30:00Z",
                     *             "grade": "text",
                     *             "loan": {
                     *               "disbursed_on": "2026-01-31",
                     *               "dpd": 1,
                     *               "loan_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *               "most_dpd": 1,
                     *               "principal_minor": 5000000,
                     *               "risk_class": "text",
                     *               "settled_on": "2026-01-31"
                     *             },
                     *             "opened_at": "2026-01-31T09:30:00Z",
                     *             "outcome": "APPROVED",
                     *             "product_code": "text",
                     *             "score": 1,
                     *             "status": "RUNNING"
                     *           }
                     *         ]
                     *       },
                     *       "sources": [
                     *         {
                     *           "age_days": 1,
                     *           "as_of": "2026-01-31T09:30:00Z",
                     *           "required": true,
                     *           "source": "IDENTITY",
                     *           "status": "HIT"
                     *         }
                     *       ],
                     *       "status": "RUNNING",
                     *       "tasks": [
                     *         {
                     *           "amount_minor": 5000000,
                     *           "application_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "application_no": "text",
                     *           "assignee": "text",
                     *           "branch": "text",
                     *           "case_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "comment_sha256": "text",
                     *           "completed_at": "2026-01-31T09:30:00Z",
                     *           "created_at": "2026-01-31T09:30:00Z",
                     *           "decisions": [
                     *             {
                     *               "amount_minor": 5000000,
                     *               "annual_rate": "text",
                     *               "at": "2026-01-31T09:30:00Z",
                     *               "choice": "APPROVE",
                     *               "comment": "text",
                     *               "comment_sha256": "text",
                     *               "conditions": [
                     *                 "text"
                     *               ],
                     *               "conditions_before_contract": [
                     *                 "text"
                     *               ],
                     *               "document_kinds": [
                     *                 "text"
                     *               ],
                     *               "exception_reason": "text",
                     *               "exceptions": [
                     *                 "text"
                     *               ],
                     *               "reason_codes": [
                     *                 "text"
                     *               ],
                     *               "subject": "text"
                     *             }
                     *           ],
                     *           "due_at": "2026-01-31T09:30:00Z",
                     *           "flows": [
                     *             {
                     *               "at": "decide",
                     *               "condition": "text",
                     *               "flow": "flow_to_review",
                     *               "label": "text",
                     *               "values": {
                     *                 "code": "text"
                     *               }
                     *             }
                     *           ],
                     *           "follow_up_at": "2026-01-31T09:30:00Z",
                     *           "form": {},
                     *           "form_key": "text",
                     *           "given": {},
                     *           "handed_by": "text",
                     *           "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "name": "text",
                     *           "opinions": [
                     *             {
                     *               "amount_minor": 5000000,
                     *               "annual_rate": "text",
                     *               "at": "2026-01-31T09:30:00Z",
                     *               "choice": "APPROVE",
                     *               "comment": "text",
                     *               "comment_sha256": "text",
                     *               "conditions": [
                     *                 "text"
                     *               ],
                     *               "conditions_before_contract": [
                     *                 "text"
                     *               ],
                     *               "document_kinds": [
                     *                 "text"
                     *               ],
                     *               "exception_reason": "text",
                     *               "exceptions": [
                     *                 "text"
                     *               ],
                     *               "reason_codes": [
                     *                 "text"
                     *               ],
                     *               "subject": "text"
                     *             }
                     *           ],
                     *           "outcome": "APPROVE",
                     *           "outcomes": [
                     *             "APPROVE"
                     *           ],
                     *           "priority": 1,
                     *           "product_code": "text",
                     *           "quorum": 1,
                     *           "role": "text",
                     *           "sequence": 1,
                     *           "sitting": {
                     *             "chair": "text",
                     *             "members": [
                     *               "text"
                     *             ],
                     *             "secret": true
                     *           },
                     *           "snoozed_until": "2026-01-31T09:30:00Z",
                     *           "stage": "text",
                     *           "status": "OPEN",
                     *           "suspended_at": "2026-01-31T09:30:00Z",
                     *           "told": {},
                     *           "votes": 1
                     *         }
                     *       ],
                     *       "timeline": [
                     *         {
                     *           "at": "2026-01-31T09:30:00Z",
                     *           "by": "text",
                     *           "role": "text",
                     *           "stage": "text",
                     *           "what": "text"
                     *         }
                     *       ],
                     *       "trace": {
                     *         "flows": [
                     *           {
                     *             "at": "decide",
                     *             "condition": "text",
                     *             "flow": "flow_to_review",
                     *             "label": "text",
                     *             "values": {
                     *               "code": "text"
                     *             }
                     *           }
                     *         ],
                     *         "rules": [
                     *           {
                     *             "by": "text",
                     *             "code": "text",
                     *             "detail": "text",
                     *             "limit": "text",
                     *             "value": "text",
                     *             "version": "text"
                     *           }
                     *         ]
                     *       },
                     *       "withheld": [
                     *         "fraud"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["DecisionPageView"];
                };
            };
        };
    };
    get_case_view: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "amount_minor": 5000000,
                     *       "answered": {
                     *         "amount_minor": 1000000,
                     *         "application_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *         "approval_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *         "case_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *         "conditions": [
                     *           "text"
                     *         ],
                     *         "decided_at": "2026-01-31T09:30:00Z",
                     *         "decided_by": "text",
                     *         "loan_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *         "outcome": "APPROVED",
                     *         "reasons": [
                     *           {
                     *             "code": "R03",
                     *             "contribution": "text",
                     *             "detail": "text",
                     *             "limit": "text",
                     *             "value": "text"
                     *           }
                     *         ],
                     *         "sequence": 1,
                     *         "subject": "RESTRUCTURING",
                     *         "versions": {
                     *           "code": "text"
                     *         }
                     *       },
                     *       "application_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "application_no": "text",
                     *       "asked": {
                     *         "amount_minor": 1000000,
                     *         "annual_rate": "0.072",
                     *         "application_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *         "approval_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *         "branch": "text",
                     *         "channel": "text",
                     *         "committee_over_minor": 1000000,
                     *         "customer_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *         "loan_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *         "loan_no": "text",
                     *         "process_code": "text",
                     *         "product_code": "text",
                     *         "repayment_method": "EQUAL_INSTALMENT",
                     *         "requested_at": "2026-01-31T09:30:00Z",
                     *         "requested_by": "text",
                     *         "sequence": 1,
                     *         "subject": "RESTRUCTURING",
                     *         "term_months": 1
                     *       },
                     *       "bounds": {
                     *         "accepted_documents": [
                     *           "text"
                     *         ],
                     *         "assessed_rate": "text",
                     *         "barred": true,
                     *         "highest_minor": 5000000,
                     *         "highest_rate": "text",
                     *         "lacking": [
                     *           "text"
                     *         ],
                     *         "limit_minor": 5000000,
                     *         "lowest_minor": 5000000
                     *       },
                     *       "branch": "text",
                     *       "collected": {
                     *         "collected_at": "2026-01-31T09:30:00Z",
                     *         "court": {
                     *           "dishonest": 1,
                     *           "enforcement": 1,
                     *           "enforcement_amount_minor": 1000000,
                     *           "enforcement_ended": 1,
                     *           "judgments": 1,
                     *           "spending_restricted": 1
                     *         },
                     *         "credit_bureau": {
                     *           "bad_class_accounts": 1,
                     *           "bad_debts": 1,
                     *           "bad_guarantees": 1,
                     *           "bad_transactions": 1,
                     *           "card_balance_minor": 1000000,
                     *           "card_limit_minor": 1000000,
                     *           "card_used_minor": 1000000,
                     *           "current_overdue_minor": 1000000,
                     *           "doubtful_guarantees": 1,
                     *           "eased_transactions": 1,
                     *           "enforced_accounts": 1,
                     *           "enforcement_records": 1,
                     *           "guarantee_balance_minor": 1000000,
                     *           "judgment_records": 1,
                     *           "late_1_24m": 1,
                     *           "late_2_24m": 1,
                     *           "late_3_24m": 1,
                     *           "late_4plus_24m": 1,
                     *           "late_months_60m": 1,
                     *           "late_run_24m": 1,
                     *           "monthly_debt_service_minor": 1000000,
                     *           "mortgage_accounts": 1,
                     *           "open_accounts": 1,
                     *           "overdue_accounts": 1,
                     *           "penalty_records": 1,
                     *           "queries_1m": 1,
                     *           "queries_3m": 1,
                     *           "query_orgs_30d": 1,
                     *           "query_orgs_7d": 1,
                     *           "query_orgs_90d": 1,
                     *           "recovered_debts": 1,
                     *           "recovered_debts_ended": 1,
                     *           "restricted_accounts": 1,
                     *           "revolving_utilisation": "text",
                     *           "tax_arrears_records": 1,
                     *           "unknown_codes": 1,
                     *           "unknown_months_24m": 1,
                     *           "unsecured_exposure_minor": 1000000,
                     *           "watched_accounts": 1,
                     *           "worst_12m": 1,
                     *           "worst_24m": 1,
                     *           "worst_60m": 1
                     *         },
                     *         "identity": {
                     *           "deceased": true,
                     *           "match": "text"
                     *         },
                     *         "registry": {
                     *           "abnormal": true,
                     *           "months_operating": 1,
                     *           "serious_illegal": true,
                     *           "state": "text"
                     *         },
                     *         "social_insurance": {
                     *           "monthly_income_minor": 1000000,
                     *           "months_continuous": 1
                     *         },
                     *         "statuses": {
                     *           "IDENTITY": "HIT"
                     *         },
                     *         "tax": {
                     *           "arrears_minor": 1000000,
                     *           "credit_level": "text",
                     *           "sales_12m_minor": 1000000,
                     *           "zero_invoice_months_12m": 1
                     *         },
                     *         "telecom": {
                     *           "in_service": true,
                     *           "online_months_band": "text",
                     *           "three_factor": "text"
                     *         }
                     *       },
                     *       "customer_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "decision": {
                     *         "amount_minor": 1000000,
                     *         "annual_rate": "0.072",
                     *         "application_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *         "automatic": true,
                     *         "case_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *         "conditions": [
                     *           "text"
                     *         ],
                     *         "conditions_before_contract": [
                     *           "text"
                     *         ],
                     *         "decided_at": "2026-01-31T09:30:00Z",
                     *         "decided_by": "text",
                     *         "decision_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *         "exceptions": [
                     *           "text"
                     *         ],
                     *         "grade": "text",
                     *         "outcome": "APPROVED",
                     *         "reasons": [
                     *           {
                     *             "code": "R03",
                     *             "contribution": "text",
                     *             "detail": "text",
                     *             "limit": "text",
                     *             "value": "text"
                     *           }
                     *         ],
                     *         "repayment_method": "EQUAL_INSTALMENT",
                     *         "score": 1,
                     *         "sequence": 1,
                     *         "supersedes": "019bd906-1280-798f-a429-4925d566d08d",
                     *         "term_months": 1,
                     *         "versions": {
                     *           "code": "text"
                     *         }
                     *       },
                     *       "declared": {
                     *         "age": 1,
                     *         "dependents": 1,
                     *         "monthly_expense_minor": 1000000,
                     *         "monthly_income_minor": 1000000
                     *       },
                     *       "fraud": {
                     *         "application_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *         "case_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *         "features": {
                     *           "code": 1
                     *         },
                     *         "outcome": "PASS",
                     *         "reasons": [
                     *           {
                     *             "code": "R03",
                     *             "contribution": "text",
                     *             "detail": "text",
                     *             "limit": "text",
                     *             "value": "text"
                     *           }
                     *         ],
                     *         "request_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *         "rules_version": "text",
                     *         "screened_at": "2026-01-31T09:30:00Z",
                     *         "screening_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *         "sequence": 1
                     *       },
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "opened_at": "2026-01-31T09:30:00Z",
                     *       "process_code": "text",
                     *       "process_version": 1,
                     *       "product_code": "text",
                     *       "purpose": "text",
                     *       "repayment_method": "EQUAL_INSTALMENT",
                     *       "risk": {
                     *         "annual_rate": "0.072",
                     *         "application_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *         "assessed_at": "2026-01-31T09:30:00Z",
                     *         "assessment_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *         "case_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *         "grade": "text",
                     *         "limit_minor": 1000000,
                     *         "model_version": "text",
                     *         "outcome": "APPROVE",
                     *         "pd": "text",
                     *         "policy_version": "text",
                     *         "reasons": [
                     *           {
                     *             "code": "R03",
                     *             "contribution": "text",
                     *             "detail": "text",
                     *             "limit": "text",
                     *             "value": "text"
                     *           }
                     *         ],
                     *         "request_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *         "score": 1,
                     *         "scorecard_version": "text",
                     *         "sequence": 1,
                     *         "triggers": [
                     *           "text"
                     *         ]
                     *       },
                     *       "sequence": 1,
                     *       "status": "RUNNING",
                     *       "tasks": [
                     *         {
                     *           "amount_minor": 5000000,
                     *           "application_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "application_no": "text",
                     *           "assignee": "text",
                     *           "branch": "text",
                     *           "case_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "comment_sha256": "text",
                     *           "completed_at": "2026-01-31T09:30:00Z",
                     *           "created_at": "2026-01-31T09:30:00Z",
                     *           "decisions": [
                     *             {
                     *               "amount_minor": 5000000,
                     *               "annual_rate": "text",
                     *               "at": "2026-01-31T09:30:00Z",
                     *               "choice": "APPROVE",
                     *               "comment": "text",
                     *               "comment_sha256": "text",
                     *               "conditions": [
                     *                 "text"
                     *               ],
                     *               "conditions_before_contract": [
                     *                 "text"
                     *               ],
                     *               "document_kinds": [
                     *                 "text"
                     *               ],
                     *               "exception_reason": "text",
                     *               "exceptions": [
                     *                 "text"
                     *               ],
                     *               "reason_codes": [
                     *                 "text"
                     *               ],
                     *               "subject": "text"
                     *             }
                     *           ],
                     *           "due_at": "2026-01-31T09:30:00Z",
                     *           "flows": [
                     *             {
                     *               "at": "decide",
                     *               "condition": "text",
                     *               "flow": "flow_to_review",
                     *               "label": "text",
                     *               "values": {
                     *                 "code": "text"
                     *               }
                     *             }
                     *           ],
                     *           "follow_up_at": "2026-01-31T09:30:00Z",
                     *           "form": {},
                     *           "form_key": "text",
                     *           "given": {},
                     *           "handed_by": "text",
                     *           "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "name": "text",
                     *           "opinions": [
                     *             {
                     *               "amount_minor": 5000000,
                     *               "annual_rate": "text",
                     *               "at": "2026-01-31T09:30:00Z",
                     *               "choice": "APPROVE",
                     *               "comment": "text",
                     *               "comment_sha256": "text",
                     *               "conditions": [
                     *                 "text"
                     *               ],
                     *               "conditions_before_contract": [
                     *                 "text"
                     *               ],
                     *               "document_kinds": [
                     *                 "text"
                     *               ],
                     *               "exception_reason": "text",
                     *               "exceptions": [
                     *                 "text"
                     *               ],
                     *               "reason_codes": [
                     *                 "text"
                     *               ],
                     *               "subject": "text"
                     *             }
                     *           ],
                     *           "outcome": "APPROVE",
                     *           "outcomes": [
                     *             "APPROVE"
                     *           ],
                     *           "priority": 1,
                     *           "product_code": "text",
                     *           "quorum": 1,
                     *           "role": "text",
                     *           "sequence": 1,
                     *           "sitting": {
                     *             "chair": "text",
                     *             "members": [
                     *               "text"
                     *             ],
                     *             "secret": true
                     *           },
                     *           "snoozed_until": "2026-01-31T09:30:00Z",
                     *           "stage": "text",
                     *           "status": "OPEN",
                     *           "suspended_at": "2026-01-31T09:30:00Z",
                     *           "told": {},
                     *           "votes": 1
                     *         }
                     *       ],
                     *       "term_months": 1,
                     *       "waiting_for": [
                     *         "text"
                     *       ],
                     *       "withheld": [
                     *         "fraud"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["CaseView"];
                };
            };
        };
    };
    list_checkpoints: {
        parameters: {
            query?: {
                /** @description One branch alone; of one that the caller does not see there is nothing */
                branch?: string | null;
                /** @description `next_cursor` of the page before */
                cursor?: string | null;
                /** @description Items a page */
                limit?: number;
                /** @description One of the caller's roles alone; of another's there is nothing */
                role?: string | null;
                /** @description DUE is what is missing though its task is late */
                standing?: components["schemas"]["Wanting"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "application_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "application_no": "text",
                     *           "branch": "text",
                     *           "case_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "due_at": "2026-01-31T09:30:00Z",
                     *           "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "in_person": true,
                     *           "kind": "INTERVIEW",
                     *           "product_code": "text",
                     *           "proof": {
                     *             "at": "2026-01-31T09:30:00Z",
                     *             "by": "text",
                     *             "document_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *             "in_person": true,
                     *             "sha256": "text",
                     *             "taken_at": "2026-01-31T09:30:00Z"
                     *           },
                     *           "role": "text",
                     *           "sequence": 1,
                     *           "stage": "text",
                     *           "standing": "MISSING",
                     *           "task_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "valid_days": 1,
                     *           "valid_until": "2026-01-31T09:30:00Z"
                     *         }
                     *       ],
                     *       "next_cursor": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["Page_CheckpointView_"];
                };
            };
        };
    };
    list_colleagues: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "absence": {
                     *             "begins": "2026-01-31T09:30:00Z",
                     *             "deputy": "text",
                     *             "ends": "2026-01-31T09:30:00Z"
                     *           },
                     *           "all_branches": true,
                     *           "branch": "text",
                     *           "load": 1,
                     *           "roles": [
                     *             "text"
                     *           ],
                     *           "subject": "text"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ColleaguesView"];
                };
            };
        };
    };
    list_committees: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before */
                cursor?: string | null;
                /** @description Items a page */
                limit?: number;
                status?: components["schemas"]["ProposedStatus"] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "branch": "text",
                     *           "chair": "text",
                     *           "decided_at": "2026-01-31T09:30:00Z",
                     *           "decided_by": "text",
                     *           "decision_reason": "text",
                     *           "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "members": [
                     *             "text"
                     *           ],
                     *           "proposed_at": "2026-01-31T09:30:00Z",
                     *           "proposed_by": "text",
                     *           "reason": "text",
                     *           "secret": true,
                     *           "status": "PROPOSED",
                     *           "valid_from": "2026-01-31"
                     *         }
                     *       ],
                     *       "next_cursor": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["Page_CommitteeView_"];
                };
            };
        };
    };
    propose_committee: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "chair": "u-chair",
                 *       "members": [
                 *         "u-member-1",
                 *         "u-member-2",
                 *         "u-member-3"
                 *       ],
                 *       "reason": "董事会第 7 次会议决议",
                 *       "secret": false,
                 *       "valid_from": "2099-01-01"
                 *     }
                 */
                "application/json": components["schemas"]["CommitteeBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "branch": "text",
                     *       "chair": "text",
                     *       "decided_at": "2026-01-31T09:30:00Z",
                     *       "decided_by": "text",
                     *       "decision_reason": "text",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "members": [
                     *         "text"
                     *       ],
                     *       "proposed_at": "2026-01-31T09:30:00Z",
                     *       "proposed_by": "text",
                     *       "reason": "text",
                     *       "secret": true,
                     *       "status": "PROPOSED",
                     *       "valid_from": "2026-01-31"
                     *     }
                     */
                    "application/json": components["schemas"]["CommitteeView"];
                };
            };
        };
    };
    approve_committee: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                committee_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "已核对任命文件"
                 *     }
                 */
                "application/json": components["schemas"]["CommitteeDecisionBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "branch": "text",
                     *       "chair": "text",
                     *       "decided_at": "2026-01-31T09:30:00Z",
                     *       "decided_by": "text",
                     *       "decision_reason": "text",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "members": [
                     *         "text"
                     *       ],
                     *       "proposed_at": "2026-01-31T09:30:00Z",
                     *       "proposed_by": "text",
                     *       "reason": "text",
                     *       "secret": true,
                     *       "status": "PROPOSED",
                     *       "valid_from": "2026-01-31"
                     *     }
                     */
                    "application/json": components["schemas"]["CommitteeView"];
                };
            };
        };
    };
    reject_committee: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                committee_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "已核对任命文件"
                 *     }
                 */
                "application/json": components["schemas"]["CommitteeDecisionBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "branch": "text",
                     *       "chair": "text",
                     *       "decided_at": "2026-01-31T09:30:00Z",
                     *       "decided_by": "text",
                     *       "decision_reason": "text",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "members": [
                     *         "text"
                     *       ],
                     *       "proposed_at": "2026-01-31T09:30:00Z",
                     *       "proposed_by": "text",
                     *       "reason": "text",
                     *       "secret": true,
                     *       "status": "PROPOSED",
                     *       "valid_from": "2026-01-31"
                     *     }
                     */
                    "application/json": components["schemas"]["CommitteeView"];
                };
            };
        };
    };
    withdraw_committee: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                committee_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "已核对任命文件"
                 *     }
                 */
                "application/json": components["schemas"]["CommitteeDecisionBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "branch": "text",
                     *       "chair": "text",
                     *       "decided_at": "2026-01-31T09:30:00Z",
                     *       "decided_by": "text",
                     *       "decision_reason": "text",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "members": [
                     *         "text"
                     *       ],
                     *       "proposed_at": "2026-01-31T09:30:00Z",
                     *       "proposed_by": "text",
                     *       "reason": "text",
                     *       "secret": true,
                     *       "status": "PROPOSED",
                     *       "valid_from": "2026-01-31"
                     *     }
                     */
                    "application/json": components["schemas"]["CommitteeView"];
                };
            };
        };
    };
    check_decision: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "content": "{\"code\": \"who-visits\", \"name\": \"现场核查岗位\", \"inputs\": {\"amount_minor\": {\"kind\": \"integer\"}}, \"outputs\": {\"visits\": {\"kind\": \"integer\"}}, \"otherwise\": {\"visits\": 2}, \"graph\": {\"nodes\": [{\"id\": \"in\", \"name\": \"in\", \"type\": \"inputNode\"}, {\"id\": \"table\", \"name\": \"visits\", \"type\": \"decisionTableNode\", \"content\": {\"hitPolicy\": \"first\", \"inputs\": [{\"id\": \"amount\", \"name\": \"amount\", \"field\": \"amount_minor\"}], \"outputs\": [{\"id\": \"visits\", \"name\": \"visits\", \"field\": \"visits\"}], \"rules\": [{\"_id\": \"small\", \"amount\": \"<= 50000000\", \"visits\": \"1\"}]}}, {\"id\": \"out\", \"name\": \"out\", \"type\": \"outputNode\"}], \"edges\": [{\"id\": \"e1\", \"sourceId\": \"in\", \"targetId\": \"table\", \"type\": \"edge\"}, {\"id\": \"e2\", \"sourceId\": \"table\", \"targetId\": \"out\", \"type\": \"edge\"}]}, \"examples\": [{\"name\": \"small\", \"given\": {\"amount_minor\": 100}, \"expected\": {\"visits\": 1}}, {\"name\": \"large\", \"given\": {\"amount_minor\": 50000001}, \"expected\": {\"visits\": 2}}]}"
                 *     }
                 */
                "application/json": components["schemas"]["DecisionBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "findings": [
                     *         {
                     *           "code": "text",
                     *           "detail": "text",
                     *           "element": "text"
                     *         }
                     *       ],
                     *       "publishable": true
                     *     }
                     */
                    "application/json": components["schemas"]["DecisionCheckView"];
                };
            };
        };
    };
    simulate_decision: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "content": "{\"code\": \"who-visits\", \"name\": \"现场核查岗位\", \"inputs\": {\"amount_minor\": {\"kind\": \"integer\"}}, \"outputs\": {\"visits\": {\"kind\": \"integer\"}}, \"otherwise\": {\"visits\": 2}, \"graph\": {\"nodes\": [{\"id\": \"in\", \"name\": \"in\", \"type\": \"inputNode\"}, {\"id\": \"table\", \"name\": \"visits\", \"type\": \"decisionTableNode\", \"content\": {\"hitPolicy\": \"first\", \"inputs\": [{\"id\": \"amount\", \"name\": \"amount\", \"field\": \"amount_minor\"}], \"outputs\": [{\"id\": \"visits\", \"name\": \"visits\", \"field\": \"visits\"}], \"rules\": [{\"_id\": \"small\", \"amount\": \"<= 50000000\", \"visits\": \"1\"}]}}, {\"id\": \"out\", \"name\": \"out\", \"type\": \"outputNode\"}], \"edges\": [{\"id\": \"e1\", \"sourceId\": \"in\", \"targetId\": \"table\", \"type\": \"edge\"}, {\"id\": \"e2\", \"sourceId\": \"table\", \"targetId\": \"out\", \"type\": \"edge\"}]}, \"examples\": [{\"name\": \"small\", \"given\": {\"amount_minor\": 100}, \"expected\": {\"visits\": 1}}, {\"name\": \"large\", \"given\": {\"amount_minor\": 50000001}, \"expected\": {\"visits\": 2}}]}",
                 *       "history_of": "personal-credit"
                 *     }
                 */
                "application/json": components["schemas"]["DecisionSimulationBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "cases": 1,
                     *       "differences": [
                     *         {
                     *           "draft": {
                     *             "fallback": "text",
                     *             "result": {}
                     *           },
                     *           "given": {},
                     *           "in_force": {
                     *             "fallback": "text",
                     *             "result": {}
                     *           },
                     *           "name": "text"
                     *         }
                     *       ],
                     *       "fallbacks": 1,
                     *       "results": [
                     *         {
                     *           "draft": 1,
                     *           "in_force": 1,
                     *           "result": {}
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["DecisionSimulationView"];
                };
            };
        };
    };
    list_decisions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "code": "text",
                     *           "name": "text",
                     *           "published_at": "2026-01-31T09:30:00Z",
                     *           "published_by": "text",
                     *           "sha256": "text",
                     *           "version": 1
                     *         }
                     *       ],
                     *       "next_cursor": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["Page_DecisionView_"];
                };
            };
        };
    };
    propose_decision: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "content": "{\"code\": \"who-visits\", \"name\": \"现场核查岗位\", \"inputs\": {\"amount_minor\": {\"kind\": \"integer\"}}, \"outputs\": {\"visits\": {\"kind\": \"integer\"}}, \"otherwise\": {\"visits\": 2}, \"graph\": {\"nodes\": [{\"id\": \"in\", \"name\": \"in\", \"type\": \"inputNode\"}, {\"id\": \"table\", \"name\": \"visits\", \"type\": \"decisionTableNode\", \"content\": {\"hitPolicy\": \"first\", \"inputs\": [{\"id\": \"amount\", \"name\": \"amount\", \"field\": \"amount_minor\"}], \"outputs\": [{\"id\": \"visits\", \"name\": \"visits\", \"field\": \"visits\"}], \"rules\": [{\"_id\": \"small\", \"amount\": \"<= 50000000\", \"visits\": \"1\"}]}}, {\"id\": \"out\", \"name\": \"out\", \"type\": \"outputNode\"}], \"edges\": [{\"id\": \"e1\", \"sourceId\": \"in\", \"targetId\": \"table\", \"type\": \"edge\"}, {\"id\": \"e2\", \"sourceId\": \"table\", \"targetId\": \"out\", \"type\": \"edge\"}]}, \"examples\": [{\"name\": \"small\", \"given\": {\"amount_minor\": 100}, \"expected\": {\"visits\": 1}}, {\"name\": \"large\", \"given\": {\"amount_minor\": 50000001}, \"expected\": {\"visits\": 2}}]}"
                 *     }
                 */
                "application/json": components["schemas"]["DecisionBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "text",
                     *       "content": {},
                     *       "decided_at": "2026-01-31T09:30:00Z",
                     *       "decided_by": "text",
                     *       "decision_reason": "text",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "kind": "DECISION",
                     *       "name": "text",
                     *       "proposed_at": "2026-01-31T09:30:00Z",
                     *       "proposed_by": "text",
                     *       "report": {},
                     *       "sha256": "text",
                     *       "status": "PROPOSED"
                     *     }
                     */
                    "application/json": components["schemas"]["workflow_svc__api__definitions__change_views__ChangeView"];
                };
            };
        };
    };
    get_decision: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
                version: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "text",
                     *       "content": {},
                     *       "name": "text",
                     *       "published_at": "2026-01-31T09:30:00Z",
                     *       "published_by": "text",
                     *       "sha256": "text",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["WrittenDecisionView"];
                };
            };
        };
    };
    try_decision: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
                version: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "given": {
                 *         "channel": "mobile-bank"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["TrialBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "fallback": "text",
                     *       "given": {},
                     *       "result": {},
                     *       "trace": {},
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["TrialView"];
                };
            };
        };
    };
    list_definition_changes: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before */
                cursor?: string | null;
                kind?: components["schemas"]["ChangeKind"] | null;
                /** @description Items a page */
                limit?: number;
                status?: components["schemas"]["ProposedStatus"] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "code": "text",
                     *           "content": {},
                     *           "decided_at": "2026-01-31T09:30:00Z",
                     *           "decided_by": "text",
                     *           "decision_reason": "text",
                     *           "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "kind": "DECISION",
                     *           "name": "text",
                     *           "proposed_at": "2026-01-31T09:30:00Z",
                     *           "proposed_by": "text",
                     *           "report": {},
                     *           "sha256": "text",
                     *           "status": "PROPOSED"
                     *         }
                     *       ],
                     *       "next_cursor": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["loan_servicekit__http__pages__Page_ChangeView___2"];
                };
            };
        };
    };
    get_definition_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                change_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "text",
                     *       "content": {},
                     *       "decided_at": "2026-01-31T09:30:00Z",
                     *       "decided_by": "text",
                     *       "decision_reason": "text",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "kind": "DECISION",
                     *       "name": "text",
                     *       "proposed_at": "2026-01-31T09:30:00Z",
                     *       "proposed_by": "text",
                     *       "report": {},
                     *       "sha256": "text",
                     *       "status": "PROPOSED"
                     *     }
                     */
                    "application/json": components["schemas"]["workflow_svc__api__definitions__change_views__ChangeView"];
                };
            };
        };
    };
    approve_definition_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                change_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "As agreed for the branches"
                 *     }
                 */
                "application/json": components["schemas"]["ProposalDecisionBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "text",
                     *       "content": {},
                     *       "decided_at": "2026-01-31T09:30:00Z",
                     *       "decided_by": "text",
                     *       "decision_reason": "text",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "kind": "DECISION",
                     *       "name": "text",
                     *       "proposed_at": "2026-01-31T09:30:00Z",
                     *       "proposed_by": "text",
                     *       "report": {},
                     *       "sha256": "text",
                     *       "status": "PROPOSED"
                     *     }
                     */
                    "application/json": components["schemas"]["workflow_svc__api__definitions__change_views__ChangeView"];
                };
            };
        };
    };
    reject_definition_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                change_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "As agreed for the branches"
                 *     }
                 */
                "application/json": components["schemas"]["ProposalDecisionBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "text",
                     *       "content": {},
                     *       "decided_at": "2026-01-31T09:30:00Z",
                     *       "decided_by": "text",
                     *       "decision_reason": "text",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "kind": "DECISION",
                     *       "name": "text",
                     *       "proposed_at": "2026-01-31T09:30:00Z",
                     *       "proposed_by": "text",
                     *       "report": {},
                     *       "sha256": "text",
                     *       "status": "PROPOSED"
                     *     }
                     */
                    "application/json": components["schemas"]["workflow_svc__api__definitions__change_views__ChangeView"];
                };
            };
        };
    };
    withdraw_definition_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                change_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "As agreed for the branches"
                 *     }
                 */
                "application/json": components["schemas"]["ProposalDecisionBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "text",
                     *       "content": {},
                     *       "decided_at": "2026-01-31T09:30:00Z",
                     *       "decided_by": "text",
                     *       "decision_reason": "text",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "kind": "DECISION",
                     *       "name": "text",
                     *       "proposed_at": "2026-01-31T09:30:00Z",
                     *       "proposed_by": "text",
                     *       "report": {},
                     *       "sha256": "text",
                     *       "status": "PROPOSED"
                     *     }
                     */
                    "application/json": components["schemas"]["workflow_svc__api__definitions__change_views__ChangeView"];
                };
            };
        };
    };
    list_drafts: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before */
                cursor?: string | null;
                kind?: components["schemas"]["DraftKind"] | null;
                /** @description Items a page */
                limit?: number;
                /** @description The caller's own alone */
                mine?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "based_on": 1,
                     *           "begun_at": "2026-01-31T09:30:00Z",
                     *           "code": "text",
                     *           "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "kind": "PROCESS",
                     *           "name": "text",
                     *           "owner": "text",
                     *           "saved_at": "2026-01-31T09:30:00Z",
                     *           "size": 1,
                     *           "status": "OPEN"
                     *         }
                     *       ],
                     *       "next_cursor": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["Page_DraftView_"];
                };
            };
        };
    };
    begin_draft: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "code": "personal-credit",
                 *       "content": "<definitions id=\"d\" targetNamespace=\"urn:xinliu\" xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" xmlns:camunda=\"http://camunda.org/schema/1.0/bpmn\"><process id=\"screening-only\" isExecutable=\"true\"><startEvent id=\"submitted\"/><serviceTask id=\"screening\" camunda:topic=\"fraud-screening.requested\"/><boundaryEvent id=\"silence\" attachedToRef=\"screening\"><timerEventDefinition><timeDuration>PT5M</timeDuration></timerEventDefinition></boundaryEvent><endEvent id=\"approved\"><extensionElements><camunda:properties><camunda:property name=\"result\" value=\"APPROVED\"/></camunda:properties></extensionElements></endEvent><endEvent id=\"declined\"><extensionElements><camunda:properties><camunda:property name=\"result\" value=\"DECLINED\"/></camunda:properties></extensionElements></endEvent><sequenceFlow id=\"a\" sourceRef=\"submitted\" targetRef=\"screening\"/><sequenceFlow id=\"b\" sourceRef=\"screening\" targetRef=\"approved\"/><sequenceFlow id=\"c\" sourceRef=\"silence\" targetRef=\"declined\"/></process></definitions>",
                 *       "kind": "PROCESS",
                 *       "name": "小额贷款, 新的复核"
                 *     }
                 */
                "application/json": components["schemas"]["DraftBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "based_on": 1,
                     *       "begun_at": "2026-01-31T09:30:00Z",
                     *       "code": "text",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "kind": "PROCESS",
                     *       "name": "text",
                     *       "owner": "text",
                     *       "saved_at": "2026-01-31T09:30:00Z",
                     *       "size": 1,
                     *       "status": "OPEN"
                     *     }
                     */
                    "application/json": components["schemas"]["DraftView"];
                };
            };
        };
    };
    get_draft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                draft_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "based_on": 1,
                     *       "begun_at": "2026-01-31T09:30:00Z",
                     *       "code": "text",
                     *       "content": "text",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "kind": "PROCESS",
                     *       "name": "text",
                     *       "owner": "text",
                     *       "saved_at": "2026-01-31T09:30:00Z",
                     *       "size": 1,
                     *       "status": "OPEN"
                     *     }
                     */
                    "application/json": components["schemas"]["DrawnDraftView"];
                };
            };
        };
    };
    save_draft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                draft_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "content": "<definitions id=\"d\" targetNamespace=\"urn:xinliu\" xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" xmlns:camunda=\"http://camunda.org/schema/1.0/bpmn\"><process id=\"screening-only\" isExecutable=\"true\"><startEvent id=\"submitted\"/><serviceTask id=\"screening\" camunda:topic=\"fraud-screening.requested\"/><boundaryEvent id=\"silence\" attachedToRef=\"screening\"><timerEventDefinition><timeDuration>PT5M</timeDuration></timerEventDefinition></boundaryEvent><endEvent id=\"approved\"><extensionElements><camunda:properties><camunda:property name=\"result\" value=\"APPROVED\"/></camunda:properties></extensionElements></endEvent><endEvent id=\"declined\"><extensionElements><camunda:properties><camunda:property name=\"result\" value=\"DECLINED\"/></camunda:properties></extensionElements></endEvent><sequenceFlow id=\"a\" sourceRef=\"submitted\" targetRef=\"screening\"/><sequenceFlow id=\"b\" sourceRef=\"screening\" targetRef=\"approved\"/><sequenceFlow id=\"c\" sourceRef=\"silence\" targetRef=\"declined\"/></process></definitions>",
                 *       "name": "小额贷款, 新的复核"
                 *     }
                 */
                "application/json": components["schemas"]["DraftContentBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "based_on": 1,
                     *       "begun_at": "2026-01-31T09:30:00Z",
                     *       "code": "text",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "kind": "PROCESS",
                     *       "name": "text",
                     *       "owner": "text",
                     *       "saved_at": "2026-01-31T09:30:00Z",
                     *       "size": 1,
                     *       "status": "OPEN"
                     *     }
                     */
                    "application/json": components["schemas"]["DraftView"];
                };
            };
        };
    };
    discard_draft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                draft_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "based_on": 1,
                     *       "begun_at": "2026-01-31T09:30:00Z",
                     *       "code": "text",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "kind": "PROCESS",
                     *       "name": "text",
                     *       "owner": "text",
                     *       "saved_at": "2026-01-31T09:30:00Z",
                     *       "size": 1,
                     *       "status": "OPEN"
                     *     }
                     */
                    "application/json": components["schemas"]["DraftView"];
                };
            };
        };
    };
    list_own_reviews: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                application_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "answer": "text",
                     *           "answered_at": "2026-01-31T09:30:00Z",
                     *           "due_at": "2026-01-31T09:30:00Z",
                     *           "kind": "EXPLANATION",
                     *           "review_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "status": "OPEN"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ReviewsView"];
                };
            };
        };
    };
    get_bindings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "bindings": [
                     *         {
                     *           "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "process_code": "text",
                     *           "scope": {},
                     *           "target": "text",
                     *           "valid_from": "2026-01-31",
                     *           "valid_to": "2026-01-31",
                     *           "version": 1
                     *         }
                     *       ],
                     *       "retired": [
                     *         {
                     *           "code": "text",
                     *           "valid_from": "2026-01-31",
                     *           "version": 1
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["BindingsView"];
                };
            };
        };
    };
    propose_binding: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "process_code": "personal-credit",
                 *       "scope": {
                 *         "branch": "310000-01"
                 *       },
                 *       "target": "personal-credit",
                 *       "valid_from": "2030-01-01",
                 *       "valid_to": "2031-01-01"
                 *     }
                 */
                "application/json": components["schemas"]["BindingBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "text",
                     *       "content": {},
                     *       "decided_at": "2026-01-31T09:30:00Z",
                     *       "decided_by": "text",
                     *       "decision_reason": "text",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "kind": "DECISION",
                     *       "name": "text",
                     *       "proposed_at": "2026-01-31T09:30:00Z",
                     *       "proposed_by": "text",
                     *       "report": {},
                     *       "sha256": "text",
                     *       "status": "PROPOSED"
                     *     }
                     */
                    "application/json": components["schemas"]["workflow_svc__api__definitions__change_views__ChangeView"];
                };
            };
        };
    };
    check_process: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "bpmn": "<definitions id=\"d\" targetNamespace=\"urn:xinliu\" xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" xmlns:camunda=\"http://camunda.org/schema/1.0/bpmn\"><process id=\"screening-only\" isExecutable=\"true\"><startEvent id=\"submitted\"/><serviceTask id=\"screening\" camunda:topic=\"fraud-screening.requested\"/><boundaryEvent id=\"silence\" attachedToRef=\"screening\"><timerEventDefinition><timeDuration>PT5M</timeDuration></timerEventDefinition></boundaryEvent><endEvent id=\"approved\"><extensionElements><camunda:properties><camunda:property name=\"result\" value=\"APPROVED\"/></camunda:properties></extensionElements></endEvent><endEvent id=\"declined\"><extensionElements><camunda:properties><camunda:property name=\"result\" value=\"DECLINED\"/></camunda:properties></extensionElements></endEvent><sequenceFlow id=\"a\" sourceRef=\"submitted\" targetRef=\"screening\"/><sequenceFlow id=\"b\" sourceRef=\"screening\" targetRef=\"approved\"/><sequenceFlow id=\"c\" sourceRef=\"silence\" targetRef=\"declined\"/></process></definitions>",
                 *       "file": "PGRlZmluaXRpb25zIGlkPSJkIiB0YXJnZXROYW1lc3BhY2U9InVybjp4aW5saXUiIHhtbG5zPSJodHRwOi8vd3d3Lm9tZy5vcmcvc3BlYy9CUE1OLzIwMTAwNTI0L01PREVMIiB4bWxuczpjYW11bmRhPSJodHRwOi8vY2FtdW5kYS5vcmcvc2NoZW1hLzEuMC9icG1uIj48cHJvY2VzcyBpZD0ic2NyZWVuaW5nLW9ubHkiIGlzRXhlY3V0YWJsZT0idHJ1ZSI+PHN0YXJ0RXZlbnQgaWQ9InN1Ym1pdHRlZCIvPjxzZXJ2aWNlVGFzayBpZD0ic2NyZWVuaW5nIiBjYW11bmRhOnRvcGljPSJmcmF1ZC1zY3JlZW5pbmcucmVxdWVzdGVkIi8+PGJvdW5kYXJ5RXZlbnQgaWQ9InNpbGVuY2UiIGF0dGFjaGVkVG9SZWY9InNjcmVlbmluZyI+PHRpbWVyRXZlbnREZWZpbml0aW9uPjx0aW1lRHVyYXRpb24+UFQ1TTwvdGltZUR1cmF0aW9uPjwvdGltZXJFdmVudERlZmluaXRpb24+PC9ib3VuZGFyeUV2ZW50PjxlbmRFdmVudCBpZD0iYXBwcm92ZWQiPjxleHRlbnNpb25FbGVtZW50cz48Y2FtdW5kYTpwcm9wZXJ0aWVzPjxjYW11bmRhOnByb3BlcnR5IG5hbWU9InJlc3VsdCIgdmFsdWU9IkFQUFJPVkVEIi8+PC9jYW11bmRhOnByb3BlcnRpZXM+PC9leHRlbnNpb25FbGVtZW50cz48L2VuZEV2ZW50PjxlbmRFdmVudCBpZD0iZGVjbGluZWQiPjxleHRlbnNpb25FbGVtZW50cz48Y2FtdW5kYTpwcm9wZXJ0aWVzPjxjYW11bmRhOnByb3BlcnR5IG5hbWU9InJlc3VsdCIgdmFsdWU9IkRFQ0xJTkVEIi8+PC9jYW11bmRhOnByb3BlcnRpZXM+PC9leHRlbnNpb25FbGVtZW50cz48L2VuZEV2ZW50PjxzZXF1ZW5jZUZsb3cgaWQ9ImEiIHNvdXJjZVJlZj0ic3VibWl0dGVkIiB0YXJnZXRSZWY9InNjcmVlbmluZyIvPjxzZXF1ZW5jZUZsb3cgaWQ9ImIiIHNvdXJjZVJlZj0ic2NyZWVuaW5nIiB0YXJnZXRSZWY9ImFwcHJvdmVkIi8+PHNlcXVlbmNlRmxvdyBpZD0iYyIgc291cmNlUmVmPSJzaWxlbmNlIiB0YXJnZXRSZWY9ImRlY2xpbmVkIi8+PC9wcm9jZXNzPjwvZGVmaW5pdGlvbnM+"
                 *     }
                 */
                "application/json": components["schemas"]["ProcessBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "text",
                     *       "dialogues": 1,
                     *       "executor": "text",
                     *       "findings": [
                     *         {
                     *           "code": "text",
                     *           "detail": "text",
                     *           "element": "text"
                     *         }
                     *       ],
                     *       "next_version": 1,
                     *       "publishable": true
                     *     }
                     */
                    "application/json": components["schemas"]["CheckView"];
                };
            };
        };
    };
    list_process_proposals: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before */
                cursor?: string | null;
                /** @description Items a page */
                limit?: number;
                status?: components["schemas"]["ProposalStatus"] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "code": "text",
                     *           "decided_at": "2026-01-31T09:30:00Z",
                     *           "decided_by": "text",
                     *           "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "name": "text",
                     *           "proposed_at": "2026-01-31T09:30:00Z",
                     *           "proposed_by": "text",
                     *           "published_version": 1,
                     *           "reason": "text",
                     *           "sha256": "text",
                     *           "status": "PROPOSED"
                     *         }
                     *       ],
                     *       "next_cursor": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["Page_ProposalView_"];
                };
            };
        };
    };
    get_process_proposal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                proposal_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "bpmn": "text",
                     *       "code": "text",
                     *       "decided_at": "2026-01-31T09:30:00Z",
                     *       "decided_by": "text",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "name": "text",
                     *       "proposed_at": "2026-01-31T09:30:00Z",
                     *       "proposed_by": "text",
                     *       "published_version": 1,
                     *       "reason": "text",
                     *       "sha256": "text",
                     *       "status": "PROPOSED"
                     *     }
                     */
                    "application/json": components["schemas"]["DrawnProposalView"];
                };
            };
        };
    };
    approve_process: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                proposal_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "As agreed for the branches"
                 *     }
                 */
                "application/json": components["schemas"]["ProposalDecisionBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "text",
                     *       "decided_at": "2026-01-31T09:30:00Z",
                     *       "decided_by": "text",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "name": "text",
                     *       "proposed_at": "2026-01-31T09:30:00Z",
                     *       "proposed_by": "text",
                     *       "published_version": 1,
                     *       "reason": "text",
                     *       "sha256": "text",
                     *       "status": "PROPOSED"
                     *     }
                     */
                    "application/json": components["schemas"]["ProposalView"];
                };
            };
        };
    };
    reject_process: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                proposal_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "As agreed for the branches"
                 *     }
                 */
                "application/json": components["schemas"]["ProposalDecisionBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "text",
                     *       "decided_at": "2026-01-31T09:30:00Z",
                     *       "decided_by": "text",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "name": "text",
                     *       "proposed_at": "2026-01-31T09:30:00Z",
                     *       "proposed_by": "text",
                     *       "published_version": 1,
                     *       "reason": "text",
                     *       "sha256": "text",
                     *       "status": "PROPOSED"
                     *     }
                     */
                    "application/json": components["schemas"]["ProposalView"];
                };
            };
        };
    };
    withdraw_process: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                proposal_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "As agreed for the branches"
                 *     }
                 */
                "application/json": components["schemas"]["ProposalDecisionBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "text",
                     *       "decided_at": "2026-01-31T09:30:00Z",
                     *       "decided_by": "text",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "name": "text",
                     *       "proposed_at": "2026-01-31T09:30:00Z",
                     *       "proposed_by": "text",
                     *       "published_version": 1,
                     *       "reason": "text",
                     *       "sha256": "text",
                     *       "status": "PROPOSED"
                     *     }
                     */
                    "application/json": components["schemas"]["ProposalView"];
                };
            };
        };
    };
    simulate_process: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "bpmn": "<definitions id=\"d\" targetNamespace=\"urn:xinliu\" xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" xmlns:camunda=\"http://camunda.org/schema/1.0/bpmn\"><process id=\"screening-only\" isExecutable=\"true\"><startEvent id=\"submitted\"/><serviceTask id=\"screening\" camunda:topic=\"fraud-screening.requested\"/><boundaryEvent id=\"silence\" attachedToRef=\"screening\"><timerEventDefinition><timeDuration>PT5M</timeDuration></timerEventDefinition></boundaryEvent><endEvent id=\"approved\"><extensionElements><camunda:properties><camunda:property name=\"result\" value=\"APPROVED\"/></camunda:properties></extensionElements></endEvent><endEvent id=\"declined\"><extensionElements><camunda:properties><camunda:property name=\"result\" value=\"DECLINED\"/></camunda:properties></extensionElements></endEvent><sequenceFlow id=\"a\" sourceRef=\"submitted\" targetRef=\"screening\"/><sequenceFlow id=\"b\" sourceRef=\"screening\" targetRef=\"approved\"/><sequenceFlow id=\"c\" sourceRef=\"silence\" targetRef=\"declined\"/></process></definitions>",
                 *       "file": "PGRlZmluaXRpb25zIGlkPSJkIiB0YXJnZXROYW1lc3BhY2U9InVybjp4aW5saXUiIHhtbG5zPSJodHRwOi8vd3d3Lm9tZy5vcmcvc3BlYy9CUE1OLzIwMTAwNTI0L01PREVMIiB4bWxuczpjYW11bmRhPSJodHRwOi8vY2FtdW5kYS5vcmcvc2NoZW1hLzEuMC9icG1uIj48cHJvY2VzcyBpZD0ic2NyZWVuaW5nLW9ubHkiIGlzRXhlY3V0YWJsZT0idHJ1ZSI+PHN0YXJ0RXZlbnQgaWQ9InN1Ym1pdHRlZCIvPjxzZXJ2aWNlVGFzayBpZD0ic2NyZWVuaW5nIiBjYW11bmRhOnRvcGljPSJmcmF1ZC1zY3JlZW5pbmcucmVxdWVzdGVkIi8+PGJvdW5kYXJ5RXZlbnQgaWQ9InNpbGVuY2UiIGF0dGFjaGVkVG9SZWY9InNjcmVlbmluZyI+PHRpbWVyRXZlbnREZWZpbml0aW9uPjx0aW1lRHVyYXRpb24+UFQ1TTwvdGltZUR1cmF0aW9uPjwvdGltZXJFdmVudERlZmluaXRpb24+PC9ib3VuZGFyeUV2ZW50PjxlbmRFdmVudCBpZD0iYXBwcm92ZWQiPjxleHRlbnNpb25FbGVtZW50cz48Y2FtdW5kYTpwcm9wZXJ0aWVzPjxjYW11bmRhOnByb3BlcnR5IG5hbWU9InJlc3VsdCIgdmFsdWU9IkFQUFJPVkVEIi8+PC9jYW11bmRhOnByb3BlcnRpZXM+PC9leHRlbnNpb25FbGVtZW50cz48L2VuZEV2ZW50PjxlbmRFdmVudCBpZD0iZGVjbGluZWQiPjxleHRlbnNpb25FbGVtZW50cz48Y2FtdW5kYTpwcm9wZXJ0aWVzPjxjYW11bmRhOnByb3BlcnR5IG5hbWU9InJlc3VsdCIgdmFsdWU9IkRFQ0xJTkVEIi8+PC9jYW11bmRhOnByb3BlcnRpZXM+PC9leHRlbnNpb25FbGVtZW50cz48L2VuZEV2ZW50PjxzZXF1ZW5jZUZsb3cgaWQ9ImEiIHNvdXJjZVJlZj0ic3VibWl0dGVkIiB0YXJnZXRSZWY9InNjcmVlbmluZyIvPjxzZXF1ZW5jZUZsb3cgaWQ9ImIiIHNvdXJjZVJlZj0ic2NyZWVuaW5nIiB0YXJnZXRSZWY9ImFwcHJvdmVkIi8+PHNlcXVlbmNlRmxvdyBpZD0iYyIgc291cmNlUmVmPSJzaWxlbmNlIiB0YXJnZXRSZWY9ImRlY2xpbmVkIi8+PC9wcm9jZXNzPjwvZGVmaW5pdGlvbnM+"
                 *     }
                 */
                "application/json": components["schemas"]["SimulationBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "differences": [
                     *         {
                     *           "draft": {
                     *             "due_hours": 1,
                     *             "faults": [
                     *               "text"
                     *             ],
                     *             "name": "text",
                     *             "path": [
                     *               "text"
                     *             ],
                     *             "result": "text",
                     *             "tasks": [
                     *               "text"
                     *             ],
                     *             "timers_s": 1,
                     *             "waits_for": "text"
                     *           },
                     *           "in_force": {
                     *             "due_hours": 1,
                     *             "faults": [
                     *               "text"
                     *             ],
                     *             "name": "text",
                     *             "path": [
                     *               "text"
                     *             ],
                     *             "result": "text",
                     *             "tasks": [
                     *               "text"
                     *             ],
                     *             "timers_s": 1,
                     *             "waits_for": "text"
                     *           },
                     *           "name": "text"
                     *         }
                     *       ],
                     *       "items": [
                     *         {
                     *           "due_hours": 1,
                     *           "faults": [
                     *             "text"
                     *           ],
                     *           "name": "text",
                     *           "path": [
                     *             "text"
                     *           ],
                     *           "result": "text",
                     *           "tasks": [
                     *             "text"
                     *           ],
                     *           "timers_s": 1,
                     *           "waits_for": "text"
                     *         }
                     *       ],
                     *       "paths": [
                     *         {
                     *           "count": 1,
                     *           "due_hours": 1,
                     *           "path": [
                     *             "text"
                     *           ],
                     *           "timers_s": 1
                     *         }
                     *       ],
                     *       "results": {
                     *         "code": 1
                     *       },
                     *       "tasks": {
                     *         "code": 1
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["SimulationView"];
                };
            };
        };
    };
    list_processes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "code": "text",
                     *           "executor": "text",
                     *           "name": "text",
                     *           "proof": {},
                     *           "published_at": "2026-01-31T09:30:00Z",
                     *           "published_by": "text",
                     *           "sha256": "text",
                     *           "version": 1
                     *         }
                     *       ],
                     *       "next_cursor": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["Page_ProcessView_"];
                };
            };
        };
    };
    propose_process: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "bpmn": "<definitions id=\"d\" targetNamespace=\"urn:xinliu\" xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" xmlns:camunda=\"http://camunda.org/schema/1.0/bpmn\"><process id=\"screening-only\" isExecutable=\"true\"><startEvent id=\"submitted\"/><serviceTask id=\"screening\" camunda:topic=\"fraud-screening.requested\"/><boundaryEvent id=\"silence\" attachedToRef=\"screening\"><timerEventDefinition><timeDuration>PT5M</timeDuration></timerEventDefinition></boundaryEvent><endEvent id=\"approved\"><extensionElements><camunda:properties><camunda:property name=\"result\" value=\"APPROVED\"/></camunda:properties></extensionElements></endEvent><endEvent id=\"declined\"><extensionElements><camunda:properties><camunda:property name=\"result\" value=\"DECLINED\"/></camunda:properties></extensionElements></endEvent><sequenceFlow id=\"a\" sourceRef=\"submitted\" targetRef=\"screening\"/><sequenceFlow id=\"b\" sourceRef=\"screening\" targetRef=\"approved\"/><sequenceFlow id=\"c\" sourceRef=\"silence\" targetRef=\"declined\"/></process></definitions>",
                 *       "file": "PGRlZmluaXRpb25zIGlkPSJkIiB0YXJnZXROYW1lc3BhY2U9InVybjp4aW5saXUiIHhtbG5zPSJodHRwOi8vd3d3Lm9tZy5vcmcvc3BlYy9CUE1OLzIwMTAwNTI0L01PREVMIiB4bWxuczpjYW11bmRhPSJodHRwOi8vY2FtdW5kYS5vcmcvc2NoZW1hLzEuMC9icG1uIj48cHJvY2VzcyBpZD0ic2NyZWVuaW5nLW9ubHkiIGlzRXhlY3V0YWJsZT0idHJ1ZSI+PHN0YXJ0RXZlbnQgaWQ9InN1Ym1pdHRlZCIvPjxzZXJ2aWNlVGFzayBpZD0ic2NyZWVuaW5nIiBjYW11bmRhOnRvcGljPSJmcmF1ZC1zY3JlZW5pbmcucmVxdWVzdGVkIi8+PGJvdW5kYXJ5RXZlbnQgaWQ9InNpbGVuY2UiIGF0dGFjaGVkVG9SZWY9InNjcmVlbmluZyI+PHRpbWVyRXZlbnREZWZpbml0aW9uPjx0aW1lRHVyYXRpb24+UFQ1TTwvdGltZUR1cmF0aW9uPjwvdGltZXJFdmVudERlZmluaXRpb24+PC9ib3VuZGFyeUV2ZW50PjxlbmRFdmVudCBpZD0iYXBwcm92ZWQiPjxleHRlbnNpb25FbGVtZW50cz48Y2FtdW5kYTpwcm9wZXJ0aWVzPjxjYW11bmRhOnByb3BlcnR5IG5hbWU9InJlc3VsdCIgdmFsdWU9IkFQUFJPVkVEIi8+PC9jYW11bmRhOnByb3BlcnRpZXM+PC9leHRlbnNpb25FbGVtZW50cz48L2VuZEV2ZW50PjxlbmRFdmVudCBpZD0iZGVjbGluZWQiPjxleHRlbnNpb25FbGVtZW50cz48Y2FtdW5kYTpwcm9wZXJ0aWVzPjxjYW11bmRhOnByb3BlcnR5IG5hbWU9InJlc3VsdCIgdmFsdWU9IkRFQ0xJTkVEIi8+PC9jYW11bmRhOnByb3BlcnRpZXM+PC9leHRlbnNpb25FbGVtZW50cz48L2VuZEV2ZW50PjxzZXF1ZW5jZUZsb3cgaWQ9ImEiIHNvdXJjZVJlZj0ic3VibWl0dGVkIiB0YXJnZXRSZWY9InNjcmVlbmluZyIvPjxzZXF1ZW5jZUZsb3cgaWQ9ImIiIHNvdXJjZVJlZj0ic2NyZWVuaW5nIiB0YXJnZXRSZWY9ImFwcHJvdmVkIi8+PHNlcXVlbmNlRmxvdyBpZD0iYyIgc291cmNlUmVmPSJzaWxlbmNlIiB0YXJnZXRSZWY9ImRlY2xpbmVkIi8+PC9wcm9jZXNzPjwvZGVmaW5pdGlvbnM+"
                 *     }
                 */
                "application/json": components["schemas"]["ProcessBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "text",
                     *       "decided_at": "2026-01-31T09:30:00Z",
                     *       "decided_by": "text",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "name": "text",
                     *       "proposed_at": "2026-01-31T09:30:00Z",
                     *       "proposed_by": "text",
                     *       "published_version": 1,
                     *       "reason": "text",
                     *       "sha256": "text",
                     *       "status": "PROPOSED"
                     *     }
                     */
                    "application/json": components["schemas"]["ProposalView"];
                };
            };
        };
    };
    get_adoption: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "branch": "text",
                     *           "ended": 1,
                     *           "first_at": "2026-01-31T09:30:00Z",
                     *           "last_at": "2026-01-31T09:30:00Z",
                     *           "running": 1,
                     *           "share": 0.5,
                     *           "version": 1
                     *         }
                     *       ],
                     *       "next_cursor": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["Page_AdoptionView_"];
                };
            };
        };
    };
    get_event_log: {
        parameters: {
            query?: {
                /** @description How many, those that were begun last */
                cases?: number;
            };
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/xml": string;
                };
            };
        };
    };
    get_process_figures: {
        parameters: {
            query?: {
                /** @description Completed on this business day or later; absent: 30 days before the last */
                closed_from?: string | null;
                /** @description Completed on this business day or before; absent: today */
                closed_to?: string | null;
                /** @description Of one version alone */
                version?: number | null;
            };
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "text",
                     *       "elements": [
                     *         {
                     *           "element": "review",
                     *           "process": "text",
                     *           "running": 1
                     *         }
                     *       ],
                     *       "ended": 1,
                     *       "ended_from": "2026-01-31",
                     *       "ended_to": "2026-01-31",
                     *       "flows": [
                     *         {
                     *           "flow": "flow_reviewed_approved",
                     *           "process": "text",
                     *           "times": 1
                     *         }
                     *       ],
                     *       "median_s": 1,
                     *       "ninth_decile_s": 1,
                     *       "outcomes": [
                     *         {
                     *           "cases": 1,
                     *           "outcome": "APPROVED"
                     *         }
                     *       ],
                     *       "per_working_day": "text",
                     *       "running": 1,
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["ProcessFiguresView"];
                };
            };
        };
    };
    check_migration: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "case_ids": [
                 *         "5e0f4a1c-7d0b-4f0e-9d8e-2b1c0a9f8e7d"
                 *       ],
                 *       "to_version": 1
                 *     }
                 */
                "application/json": components["schemas"]["MigrationBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "cases": [
                     *         {
                     *           "case_id": "text",
                     *           "from_version": 1,
                     *           "gaps": [
                     *             {
                     *               "code": "text",
                     *               "detail": "text",
                     *               "element": "text"
                     *             }
                     *           ],
                     *           "movable": true,
                     *           "timers": [
                     *             "text"
                     *           ]
                     *         }
                     *       ],
                     *       "movable": 1
                     *     }
                     */
                    "application/json": components["schemas"]["MigrationView"];
                };
            };
        };
    };
    propose_migration: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "case_ids": [
                 *         "5e0f4a1c-7d0b-4f0e-9d8e-2b1c0a9f8e7d"
                 *       ],
                 *       "to_version": 1
                 *     }
                 */
                "application/json": components["schemas"]["MigrationBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "text",
                     *       "content": {},
                     *       "decided_at": "2026-01-31T09:30:00Z",
                     *       "decided_by": "text",
                     *       "decision_reason": "text",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "kind": "DECISION",
                     *       "name": "text",
                     *       "proposed_at": "2026-01-31T09:30:00Z",
                     *       "proposed_by": "text",
                     *       "report": {},
                     *       "sha256": "text",
                     *       "status": "PROPOSED"
                     *     }
                     */
                    "application/json": components["schemas"]["workflow_svc__api__definitions__change_views__ChangeView"];
                };
            };
        };
    };
    get_activity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
                version: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "done": 1,
                     *           "element": "text",
                     *           "late": 1,
                     *           "waiting": 1
                     *         }
                     *       ],
                     *       "running": 1
                     *     }
                     */
                    "application/json": components["schemas"]["ActivityView"];
                };
            };
        };
    };
    get_process_bpmn: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
                version: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/xml": string;
                };
            };
        };
    };
    list_process_changes: {
        parameters: {
            query?: {
                /** @description Absent: the version before */
                since?: number | null;
            };
            header?: never;
            path: {
                code: string;
                version: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "after": "text",
                     *           "before": "text",
                     *           "element": "text",
                     *           "part": "text"
                     *         }
                     *       ],
                     *       "next_cursor": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["loan_servicekit__http__pages__Page_ChangeView___1"];
                };
            };
        };
    };
    propose_retirement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
                version: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "valid_from": "2030-01-01"
                 *     }
                 */
                "application/json": components["schemas"]["RetirementBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "text",
                     *       "content": {},
                     *       "decided_at": "2026-01-31T09:30:00Z",
                     *       "decided_by": "text",
                     *       "decision_reason": "text",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "kind": "DECISION",
                     *       "name": "text",
                     *       "proposed_at": "2026-01-31T09:30:00Z",
                     *       "proposed_by": "text",
                     *       "report": {},
                     *       "sha256": "text",
                     *       "status": "PROPOSED"
                     *     }
                     */
                    "application/json": components["schemas"]["workflow_svc__api__definitions__change_views__ChangeView"];
                };
            };
        };
    };
    list_role_changes: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before */
                cursor?: string | null;
                /** @description Items a page */
                limit?: number;
                status?: components["schemas"]["ProposedStatus"] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "before_branch": "text",
                     *           "before_roles": [
                     *             "text"
                     *           ],
                     *           "branch": "text",
                     *           "carried_out_at": "2026-01-31T09:30:00Z",
                     *           "decided_at": "2026-01-31T09:30:00Z",
                     *           "decided_by": "text",
                     *           "decision_reason": "text",
                     *           "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "proposed_at": "2026-01-31T09:30:00Z",
                     *           "proposed_by": "text",
                     *           "reason": "text",
                     *           "roles": [
                     *             "text"
                     *           ],
                     *           "status": "PROPOSED",
                     *           "subject": "text"
                     *         }
                     *       ],
                     *       "next_cursor": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["Page_RoleChangeView_"];
                };
            };
        };
    };
    propose_role_change: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "branch": "100000-00",
                 *       "reason": "接替离职同事，人事令 2099-018",
                 *       "roles": [
                 *         "approver"
                 *       ],
                 *       "subject": "u-approver-2"
                 *     }
                 */
                "application/json": components["schemas"]["RoleChangeBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "before_branch": "text",
                     *       "before_roles": [
                     *         "text"
                     *       ],
                     *       "branch": "text",
                     *       "carried_out_at": "2026-01-31T09:30:00Z",
                     *       "decided_at": "2026-01-31T09:30:00Z",
                     *       "decided_by": "text",
                     *       "decision_reason": "text",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "proposed_at": "2026-01-31T09:30:00Z",
                     *       "proposed_by": "text",
                     *       "reason": "text",
                     *       "roles": [
                     *         "text"
                     *       ],
                     *       "status": "PROPOSED",
                     *       "subject": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["RoleChangeView"];
                };
            };
        };
    };
    approve_role_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                change_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "已核对人事令"
                 *     }
                 */
                "application/json": components["schemas"]["RoleDecisionBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "before_branch": "text",
                     *       "before_roles": [
                     *         "text"
                     *       ],
                     *       "branch": "text",
                     *       "carried_out_at": "2026-01-31T09:30:00Z",
                     *       "decided_at": "2026-01-31T09:30:00Z",
                     *       "decided_by": "text",
                     *       "decision_reason": "text",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "proposed_at": "2026-01-31T09:30:00Z",
                     *       "proposed_by": "text",
                     *       "reason": "text",
                     *       "roles": [
                     *         "text"
                     *       ],
                     *       "status": "PROPOSED",
                     *       "subject": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["RoleChangeView"];
                };
            };
        };
    };
    reject_role_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                change_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "已核对人事令"
                 *     }
                 */
                "application/json": components["schemas"]["RoleDecisionBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "before_branch": "text",
                     *       "before_roles": [
                     *         "text"
                     *       ],
                     *       "branch": "text",
                     *       "carried_out_at": "2026-01-31T09:30:00Z",
                     *       "decided_at": "2026-01-31T09:30:00Z",
                     *       "decided_by": "text",
                     *       "decision_reason": "text",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "proposed_at": "2026-01-31T09:30:00Z",
                     *       "proposed_by": "text",
                     *       "reason": "text",
                     *       "roles": [
                     *         "text"
                     *       ],
                     *       "status": "PROPOSED",
                     *       "subject": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["RoleChangeView"];
                };
            };
        };
    };
    withdraw_role_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                change_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "已核对人事令"
                 *     }
                 */
                "application/json": components["schemas"]["RoleDecisionBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "before_branch": "text",
                     *       "before_roles": [
                     *         "text"
                     *       ],
                     *       "branch": "text",
                     *       "carried_out_at": "2026-01-31T09:30:00Z",
                     *       "decided_at": "2026-01-31T09:30:00Z",
                     *       "decided_by": "text",
                     *       "decision_reason": "text",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "proposed_at": "2026-01-31T09:30:00Z",
                     *       "proposed_by": "text",
                     *       "reason": "text",
                     *       "roles": [
                     *         "text"
                     *       ],
                     *       "status": "PROPOSED",
                     *       "subject": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["RoleChangeView"];
                };
            };
        };
    };
    list_staff: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "branch": "text",
                     *           "reported_at": "2026-01-31T09:30:00Z",
                     *           "roles": [
                     *             "text"
                     *           ],
                     *           "subject": "text"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["StaffView"];
                };
            };
        };
    };
    list_staff_orders: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "before_branch": "text",
                     *           "before_roles": [
                     *             "text"
                     *           ],
                     *           "branch": "text",
                     *           "carried_out_at": "2026-01-31T09:30:00Z",
                     *           "decided_at": "2026-01-31T09:30:00Z",
                     *           "decided_by": "text",
                     *           "decision_reason": "text",
                     *           "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "proposed_at": "2026-01-31T09:30:00Z",
                     *           "proposed_by": "text",
                     *           "reason": "text",
                     *           "roles": [
                     *             "text"
                     *           ],
                     *           "status": "PROPOSED",
                     *           "subject": "text"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["workflow_svc__api__directory__views__WaitingView"];
                };
            };
        };
    };
    report_staff: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "people": [
                 *         {
                 *           "branch": "100000-00",
                 *           "roles": [
                 *             "approver"
                 *           ],
                 *           "subject": "u-approver-2"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["StaffReportBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "changed": 1
                     *     }
                     */
                    "application/json": components["schemas"]["ReportedView"];
                };
            };
        };
    };
    get_task_figures: {
        parameters: {
            query?: {
                by?: components["schemas"]["By"];
                /** @description Completed on this business day or later; absent: 30 days before the last */
                closed_from?: string | null;
                /** @description Completed on this business day or before; absent: today */
                closed_to?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "closed_from": "2026-01-31",
                     *       "closed_to": "2026-01-31",
                     *       "items": [
                     *         {
                     *           "completed": 1,
                     *           "late": 1,
                     *           "late_share": "text",
                     *           "median_s": 1,
                     *           "ninth_decile_s": 1,
                     *           "per_working_day": "text",
                     *           "value": "manual_review",
                     *           "waiting": {
                     *             "median_s": 1,
                     *             "ninth_decile_s": 1
                     *           },
                     *           "working": {
                     *             "median_s": 1,
                     *             "ninth_decile_s": 1
                     *           },
                     *           "working_s": 1
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["TaskFiguresView"];
                };
            };
        };
    };
    list_tasks: {
        parameters: {
            query?: {
                application_id?: string | null;
                /** @description The same of another person */
                assignee?: string | null;
                /** @description One branch alone; of one that the caller does not see there is nothing */
                branch?: string | null;
                /** @description Closed on this business day or later */
                closed_from?: string | null;
                /** @description Closed on this business day or before */
                closed_to?: string | null;
                /** @description `next_cursor` of the page before */
                cursor?: string | null;
                /** @description Items a page */
                limit?: number;
                /** @description In the caller's hands, or closed by a decision or vote of his */
                mine?: boolean;
                /** @description The number of the application, or its beginning */
                number?: string | null;
                /** @description What waits and is past its due time, or is not */
                overdue?: boolean | null;
                /** @description What waits of this product alone */
                product_code?: string | null;
                /** @description Words, each in the name of the task or its stage, the product or the role; or all of them in a note about it; or the beginning of the application's number */
                q?: string | null;
                /** @description One of the caller's roles alone; of another's there is nothing */
                role?: string | null;
                /** @description What waits at this place of a process alone */
                stage?: string | null;
                /** @description Absent: what waits, and behind it what is closed; what is SUSPENDED is asked for by name */
                status?: components["schemas"]["TaskStatus"] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "amount_minor": 5000000,
                     *           "application_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "application_no": "text",
                     *           "assignee": "text",
                     *           "branch": "text",
                     *           "case_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "completed_at": "2026-01-31T09:30:00Z",
                     *           "created_at": "2026-01-31T09:30:00Z",
                     *           "due_at": "2026-01-31T09:30:00Z",
                     *           "flows": [
                     *             {
                     *               "at": "decide",
                     *               "condition": "text",
                     *               "flow": "flow_to_review",
                     *               "label": "text",
                     *               "values": {
                     *                 "code": "text"
                     *               }
                     *             }
                     *           ],
                     *           "follow_up_at": "2026-01-31T09:30:00Z",
                     *           "form": {},
                     *           "form_key": "text",
                     *           "given": {},
                     *           "handed_by": "text",
                     *           "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "name": "text",
                     *           "outcome": "APPROVE",
                     *           "outcomes": [
                     *             "APPROVE"
                     *           ],
                     *           "priority": 1,
                     *           "product_code": "text",
                     *           "quorum": 1,
                     *           "role": "text",
                     *           "sequence": 1,
                     *           "sitting": {
                     *             "chair": "text",
                     *             "members": [
                     *               "text"
                     *             ],
                     *             "secret": true
                     *           },
                     *           "snoozed_until": "2026-01-31T09:30:00Z",
                     *           "stage": "text",
                     *           "status": "OPEN",
                     *           "suspended_at": "2026-01-31T09:30:00Z",
                     *           "told": {},
                     *           "votes": 1
                     *         }
                     *       ],
                     *       "next_cursor": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["Page_TaskView_"];
                };
            };
        };
    };
    get_task: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                task_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "amount_minor": 5000000,
                     *       "application_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "application_no": "text",
                     *       "assignee": "text",
                     *       "branch": "text",
                     *       "case_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "completed_at": "2026-01-31T09:30:00Z",
                     *       "created_at": "2026-01-31T09:30:00Z",
                     *       "due_at": "2026-01-31T09:30:00Z",
                     *       "flows": [
                     *         {
                     *           "at": "decide",
                     *           "condition": "text",
                     *           "flow": "flow_to_review",
                     *           "label": "text",
                     *           "values": {
                     *             "code": "text"
                     *           }
                     *         }
                     *       ],
                     *       "follow_up_at": "2026-01-31T09:30:00Z",
                     *       "form": {},
                     *       "form_key": "text",
                     *       "given": {},
                     *       "handed_by": "text",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "name": "text",
                     *       "outcome": "APPROVE",
                     *       "outcomes": [
                     *         "APPROVE"
                     *       ],
                     *       "priority": 1,
                     *       "product_code": "text",
                     *       "quorum": 1,
                     *       "role": "text",
                     *       "sequence": 1,
                     *       "sitting": {
                     *         "chair": "text",
                     *         "members": [
                     *           "text"
                     *         ],
                     *         "secret": true
                     *       },
                     *       "snoozed_until": "2026-01-31T09:30:00Z",
                     *       "stage": "text",
                     *       "status": "OPEN",
                     *       "suspended_at": "2026-01-31T09:30:00Z",
                     *       "told": {},
                     *       "votes": 1
                     *     }
                     */
                    "application/json": components["schemas"]["TaskView"];
                };
            };
        };
    };
    claim_task: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                task_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "amount_minor": 5000000,
                     *       "application_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "application_no": "text",
                     *       "assignee": "text",
                     *       "branch": "text",
                     *       "case_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "completed_at": "2026-01-31T09:30:00Z",
                     *       "created_at": "2026-01-31T09:30:00Z",
                     *       "due_at": "2026-01-31T09:30:00Z",
                     *       "flows": [
                     *         {
                     *           "at": "decide",
                     *           "condition": "text",
                     *           "flow": "flow_to_review",
                     *           "label": "text",
                     *           "values": {
                     *             "code": "text"
                     *           }
                     *         }
                     *       ],
                     *       "follow_up_at": "2026-01-31T09:30:00Z",
                     *       "form": {},
                     *       "form_key": "text",
                     *       "given": {},
                     *       "handed_by": "text",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "name": "text",
                     *       "outcome": "APPROVE",
                     *       "outcomes": [
                     *         "APPROVE"
                     *       ],
                     *       "priority": 1,
                     *       "product_code": "text",
                     *       "quorum": 1,
                     *       "role": "text",
                     *       "sequence": 1,
                     *       "sitting": {
                     *         "chair": "text",
                     *         "members": [
                     *           "text"
                     *         ],
                     *         "secret": true
                     *       },
                     *       "snoozed_until": "2026-01-31T09:30:00Z",
                     *       "stage": "text",
                     *       "status": "OPEN",
                     *       "suspended_at": "2026-01-31T09:30:00Z",
                     *       "told": {},
                     *       "votes": 1
                     *     }
                     */
                    "application/json": components["schemas"]["TaskView"];
                };
            };
        };
    };
    complete_task: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                task_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "amount_minor": 5000000,
                 *       "choice": "APPROVE",
                 *       "comment": "收入与公积金一致，同意通过"
                 *     }
                 */
                "application/json": components["schemas"]["CompletionBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "amount_minor": 5000000,
                     *       "application_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "application_no": "text",
                     *       "assignee": "text",
                     *       "branch": "text",
                     *       "case_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "completed_at": "2026-01-31T09:30:00Z",
                     *       "created_at": "2026-01-31T09:30:00Z",
                     *       "due_at": "2026-01-31T09:30:00Z",
                     *       "flows": [
                     *         {
                     *           "at": "decide",
                     *           "condition": "text",
                     *           "flow": "flow_to_review",
                     *           "label": "text",
                     *           "values": {
                     *             "code": "text"
                     *           }
                     *         }
                     *       ],
                     *       "follow_up_at": "2026-01-31T09:30:00Z",
                     *       "form": {},
                     *       "form_key": "text",
                     *       "given": {},
                     *       "handed_by": "text",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "name": "text",
                     *       "outcome": "APPROVE",
                     *       "outcomes": [
                     *         "APPROVE"
                     *       ],
                     *       "priority": 1,
                     *       "product_code": "text",
                     *       "quorum": 1,
                     *       "role": "text",
                     *       "sequence": 1,
                     *       "sitting": {
                     *         "chair": "text",
                     *         "members": [
                     *           "text"
                     *         ],
                     *         "secret": true
                     *       },
                     *       "snoozed_until": "2026-01-31T09:30:00Z",
                     *       "stage": "text",
                     *       "status": "OPEN",
                     *       "suspended_at": "2026-01-31T09:30:00Z",
                     *       "told": {},
                     *       "votes": 1
                     *     }
                     */
                    "application/json": components["schemas"]["TaskView"];
                };
            };
        };
    };
    record_evidence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                task_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "document_id": "019bd906-1280-798f-a429-4925d566d08d",
                 *       "in_person": true,
                 *       "kind": "INTERVIEW",
                 *       "sha256": "abababababababababababababababababababababababababababababababab",
                 *       "taken_at": "2099-01-31T00:00:00Z"
                 *     }
                 */
                "application/json": components["schemas"]["EvidenceBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "application_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "application_no": "text",
                     *       "branch": "text",
                     *       "case_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "due_at": "2026-01-31T09:30:00Z",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "in_person": true,
                     *       "kind": "INTERVIEW",
                     *       "product_code": "text",
                     *       "proof": {
                     *         "at": "2026-01-31T09:30:00Z",
                     *         "by": "text",
                     *         "document_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *         "in_person": true,
                     *         "sha256": "text",
                     *         "taken_at": "2026-01-31T09:30:00Z"
                     *       },
                     *       "role": "text",
                     *       "sequence": 1,
                     *       "stage": "text",
                     *       "standing": "MISSING",
                     *       "task_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "valid_days": 1,
                     *       "valid_until": "2026-01-31T09:30:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["CheckpointView"];
                };
            };
        };
    };
    get_minutes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                task_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
        };
    };
    list_task_notes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                task_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "at": "2026-01-31T09:30:00Z",
                     *           "by": "text",
                     *           "documents": [
                     *             {
                     *               "document_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *               "sha256": "text"
                     *             }
                     *           ],
                     *           "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "mentions": [
                     *             "text"
                     *           ],
                     *           "task_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "text": "text"
                     *         }
                     *       ],
                     *       "next_cursor": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["Page_NoteView_"];
                };
            };
        };
    };
    note_on_task: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                task_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "documents": [
                 *         {
                 *           "document_id": "019bd906-1280-798f-a429-4925d566d08d",
                 *           "sha256": "abababababababababababababababababababababababababababababababab"
                 *         }
                 *       ],
                 *       "mentions": [
                 *         "u-approver-2"
                 *       ],
                 *       "text": "请核实流水"
                 *     }
                 */
                "application/json": components["schemas"]["NoteBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "at": "2026-01-31T09:30:00Z",
                     *       "by": "text",
                     *       "documents": [
                     *         {
                     *           "document_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "sha256": "text"
                     *         }
                     *       ],
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "mentions": [
                     *         "text"
                     *       ],
                     *       "task_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "text": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["NoteView"];
                };
            };
        };
    };
    reassign_task: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                task_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "to": "u-approver-2"
                 *     }
                 */
                "application/json": components["schemas"]["ReassignmentBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "amount_minor": 5000000,
                     *       "application_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "application_no": "text",
                     *       "assignee": "text",
                     *       "branch": "text",
                     *       "case_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "completed_at": "2026-01-31T09:30:00Z",
                     *       "created_at": "2026-01-31T09:30:00Z",
                     *       "due_at": "2026-01-31T09:30:00Z",
                     *       "flows": [
                     *         {
                     *           "at": "decide",
                     *           "condition": "text",
                     *           "flow": "flow_to_review",
                     *           "label": "text",
                     *           "values": {
                     *             "code": "text"
                     *           }
                     *         }
                     *       ],
                     *       "follow_up_at": "2026-01-31T09:30:00Z",
                     *       "form": {},
                     *       "form_key": "text",
                     *       "given": {},
                     *       "handed_by": "text",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "name": "text",
                     *       "outcome": "APPROVE",
                     *       "outcomes": [
                     *         "APPROVE"
                     *       ],
                     *       "priority": 1,
                     *       "product_code": "text",
                     *       "quorum": 1,
                     *       "role": "text",
                     *       "sequence": 1,
                     *       "sitting": {
                     *         "chair": "text",
                     *         "members": [
                     *           "text"
                     *         ],
                     *         "secret": true
                     *       },
                     *       "snoozed_until": "2026-01-31T09:30:00Z",
                     *       "stage": "text",
                     *       "status": "OPEN",
                     *       "suspended_at": "2026-01-31T09:30:00Z",
                     *       "told": {},
                     *       "votes": 1
                     *     }
                     */
                    "application/json": components["schemas"]["TaskView"];
                };
            };
        };
    };
    release_task: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                task_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "amount_minor": 5000000,
                     *       "application_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "application_no": "text",
                     *       "assignee": "text",
                     *       "branch": "text",
                     *       "case_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "completed_at": "2026-01-31T09:30:00Z",
                     *       "created_at": "2026-01-31T09:30:00Z",
                     *       "due_at": "2026-01-31T09:30:00Z",
                     *       "flows": [
                     *         {
                     *           "at": "decide",
                     *           "condition": "text",
                     *           "flow": "flow_to_review",
                     *           "label": "text",
                     *           "values": {
                     *             "code": "text"
                     *           }
                     *         }
                     *       ],
                     *       "follow_up_at": "2026-01-31T09:30:00Z",
                     *       "form": {},
                     *       "form_key": "text",
                     *       "given": {},
                     *       "handed_by": "text",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "name": "text",
                     *       "outcome": "APPROVE",
                     *       "outcomes": [
                     *         "APPROVE"
                     *       ],
                     *       "priority": 1,
                     *       "product_code": "text",
                     *       "quorum": 1,
                     *       "role": "text",
                     *       "sequence": 1,
                     *       "sitting": {
                     *         "chair": "text",
                     *         "members": [
                     *           "text"
                     *         ],
                     *         "secret": true
                     *       },
                     *       "snoozed_until": "2026-01-31T09:30:00Z",
                     *       "stage": "text",
                     *       "status": "OPEN",
                     *       "suspended_at": "2026-01-31T09:30:00Z",
                     *       "told": {},
                     *       "votes": 1
                     *     }
                     */
                    "application/json": components["schemas"]["TaskView"];
                };
            };
        };
    };
    resume_task: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                task_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "amount_minor": 5000000,
                     *       "application_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "application_no": "text",
                     *       "assignee": "text",
                     *       "branch": "text",
                     *       "case_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "completed_at": "2026-01-31T09:30:00Z",
                     *       "created_at": "2026-01-31T09:30:00Z",
                     *       "due_at": "2026-01-31T09:30:00Z",
                     *       "flows": [
                     *         {
                     *           "at": "decide",
                     *           "condition": "text",
                     *           "flow": "flow_to_review",
                     *           "label": "text",
                     *           "values": {
                     *             "code": "text"
                     *           }
                     *         }
                     *       ],
                     *       "follow_up_at": "2026-01-31T09:30:00Z",
                     *       "form": {},
                     *       "form_key": "text",
                     *       "given": {},
                     *       "handed_by": "text",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "name": "text",
                     *       "outcome": "APPROVE",
                     *       "outcomes": [
                     *         "APPROVE"
                     *       ],
                     *       "priority": 1,
                     *       "product_code": "text",
                     *       "quorum": 1,
                     *       "role": "text",
                     *       "sequence": 1,
                     *       "sitting": {
                     *         "chair": "text",
                     *         "members": [
                     *           "text"
                     *         ],
                     *         "secret": true
                     *       },
                     *       "snoozed_until": "2026-01-31T09:30:00Z",
                     *       "stage": "text",
                     *       "status": "OPEN",
                     *       "suspended_at": "2026-01-31T09:30:00Z",
                     *       "told": {},
                     *       "votes": 1
                     *     }
                     */
                    "application/json": components["schemas"]["TaskView"];
                };
            };
        };
    };
    take_task_back: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                task_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "amount_minor": 5000000,
                     *       "application_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "application_no": "text",
                     *       "assignee": "text",
                     *       "branch": "text",
                     *       "case_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "completed_at": "2026-01-31T09:30:00Z",
                     *       "created_at": "2026-01-31T09:30:00Z",
                     *       "due_at": "2026-01-31T09:30:00Z",
                     *       "flows": [
                     *         {
                     *           "at": "decide",
                     *           "condition": "text",
                     *           "flow": "flow_to_review",
                     *           "label": "text",
                     *           "values": {
                     *             "code": "text"
                     *           }
                     *         }
                     *       ],
                     *       "follow_up_at": "2026-01-31T09:30:00Z",
                     *       "form": {},
                     *       "form_key": "text",
                     *       "given": {},
                     *       "handed_by": "text",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "name": "text",
                     *       "outcome": "APPROVE",
                     *       "outcomes": [
                     *         "APPROVE"
                     *       ],
                     *       "priority": 1,
                     *       "product_code": "text",
                     *       "quorum": 1,
                     *       "role": "text",
                     *       "sequence": 1,
                     *       "sitting": {
                     *         "chair": "text",
                     *         "members": [
                     *           "text"
                     *         ],
                     *         "secret": true
                     *       },
                     *       "snoozed_until": "2026-01-31T09:30:00Z",
                     *       "stage": "text",
                     *       "status": "OPEN",
                     *       "suspended_at": "2026-01-31T09:30:00Z",
                     *       "told": {},
                     *       "votes": 1
                     *     }
                     */
                    "application/json": components["schemas"]["TaskView"];
                };
            };
        };
    };
    send_task_back: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                task_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "amount_minor": 5000000,
                     *       "application_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "application_no": "text",
                     *       "assignee": "text",
                     *       "branch": "text",
                     *       "case_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "completed_at": "2026-01-31T09:30:00Z",
                     *       "created_at": "2026-01-31T09:30:00Z",
                     *       "due_at": "2026-01-31T09:30:00Z",
                     *       "flows": [
                     *         {
                     *           "at": "decide",
                     *           "condition": "text",
                     *           "flow": "flow_to_review",
                     *           "label": "text",
                     *           "values": {
                     *             "code": "text"
                     *           }
                     *         }
                     *       ],
                     *       "follow_up_at": "2026-01-31T09:30:00Z",
                     *       "form": {},
                     *       "form_key": "text",
                     *       "given": {},
                     *       "handed_by": "text",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "name": "text",
                     *       "outcome": "APPROVE",
                     *       "outcomes": [
                     *         "APPROVE"
                     *       ],
                     *       "priority": 1,
                     *       "product_code": "text",
                     *       "quorum": 1,
                     *       "role": "text",
                     *       "sequence": 1,
                     *       "sitting": {
                     *         "chair": "text",
                     *         "members": [
                     *           "text"
                     *         ],
                     *         "secret": true
                     *       },
                     *       "snoozed_until": "2026-01-31T09:30:00Z",
                     *       "stage": "text",
                     *       "status": "OPEN",
                     *       "suspended_at": "2026-01-31T09:30:00Z",
                     *       "told": {},
                     *       "votes": 1
                     *     }
                     */
                    "application/json": components["schemas"]["TaskView"];
                };
            };
        };
    };
    snooze_task: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                task_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "until": "2026-10-08T01:00:00Z"
                 *     }
                 */
                "application/json": components["schemas"]["SnoozeBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "amount_minor": 5000000,
                     *       "application_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "application_no": "text",
                     *       "assignee": "text",
                     *       "branch": "text",
                     *       "case_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "completed_at": "2026-01-31T09:30:00Z",
                     *       "created_at": "2026-01-31T09:30:00Z",
                     *       "due_at": "2026-01-31T09:30:00Z",
                     *       "flows": [
                     *         {
                     *           "at": "decide",
                     *           "condition": "text",
                     *           "flow": "flow_to_review",
                     *           "label": "text",
                     *           "values": {
                     *             "code": "text"
                     *           }
                     *         }
                     *       ],
                     *       "follow_up_at": "2026-01-31T09:30:00Z",
                     *       "form": {},
                     *       "form_key": "text",
                     *       "given": {},
                     *       "handed_by": "text",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "name": "text",
                     *       "outcome": "APPROVE",
                     *       "outcomes": [
                     *         "APPROVE"
                     *       ],
                     *       "priority": 1,
                     *       "product_code": "text",
                     *       "quorum": 1,
                     *       "role": "text",
                     *       "sequence": 1,
                     *       "sitting": {
                     *         "chair": "text",
                     *         "members": [
                     *           "text"
                     *         ],
                     *         "secret": true
                     *       },
                     *       "snoozed_until": "2026-01-31T09:30:00Z",
                     *       "stage": "text",
                     *       "status": "OPEN",
                     *       "suspended_at": "2026-01-31T09:30:00Z",
                     *       "told": {},
                     *       "votes": 1
                     *     }
                     */
                    "application/json": components["schemas"]["TaskView"];
                };
            };
        };
    };
    step_back: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                task_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "收入证明与流水不符，请重新核实",
                 *       "stage": "verify"
                 *     }
                 */
                "application/json": components["schemas"]["StepBackBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "amount_minor": 5000000,
                     *       "application_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "application_no": "text",
                     *       "assignee": "text",
                     *       "branch": "text",
                     *       "case_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "completed_at": "2026-01-31T09:30:00Z",
                     *       "created_at": "2026-01-31T09:30:00Z",
                     *       "due_at": "2026-01-31T09:30:00Z",
                     *       "flows": [
                     *         {
                     *           "at": "decide",
                     *           "condition": "text",
                     *           "flow": "flow_to_review",
                     *           "label": "text",
                     *           "values": {
                     *             "code": "text"
                     *           }
                     *         }
                     *       ],
                     *       "follow_up_at": "2026-01-31T09:30:00Z",
                     *       "form": {},
                     *       "form_key": "text",
                     *       "given": {},
                     *       "handed_by": "text",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "name": "text",
                     *       "outcome": "APPROVE",
                     *       "outcomes": [
                     *         "APPROVE"
                     *       ],
                     *       "priority": 1,
                     *       "product_code": "text",
                     *       "quorum": 1,
                     *       "role": "text",
                     *       "sequence": 1,
                     *       "sitting": {
                     *         "chair": "text",
                     *         "members": [
                     *           "text"
                     *         ],
                     *         "secret": true
                     *       },
                     *       "snoozed_until": "2026-01-31T09:30:00Z",
                     *       "stage": "text",
                     *       "status": "OPEN",
                     *       "suspended_at": "2026-01-31T09:30:00Z",
                     *       "told": {},
                     *       "votes": 1
                     *     }
                     */
                    "application/json": components["schemas"]["TaskView"];
                };
            };
        };
    };
    suspend_task: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                task_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "amount_minor": 5000000,
                     *       "application_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "application_no": "text",
                     *       "assignee": "text",
                     *       "branch": "text",
                     *       "case_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "completed_at": "2026-01-31T09:30:00Z",
                     *       "created_at": "2026-01-31T09:30:00Z",
                     *       "due_at": "2026-01-31T09:30:00Z",
                     *       "flows": [
                     *         {
                     *           "at": "decide",
                     *           "condition": "text",
                     *           "flow": "flow_to_review",
                     *           "label": "text",
                     *           "values": {
                     *             "code": "text"
                     *           }
                     *         }
                     *       ],
                     *       "follow_up_at": "2026-01-31T09:30:00Z",
                     *       "form": {},
                     *       "form_key": "text",
                     *       "given": {},
                     *       "handed_by": "text",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "name": "text",
                     *       "outcome": "APPROVE",
                     *       "outcomes": [
                     *         "APPROVE"
                     *       ],
                     *       "priority": 1,
                     *       "product_code": "text",
                     *       "quorum": 1,
                     *       "role": "text",
                     *       "sequence": 1,
                     *       "sitting": {
                     *         "chair": "text",
                     *         "members": [
                     *           "text"
                     *         ],
                     *         "secret": true
                     *       },
                     *       "snoozed_until": "2026-01-31T09:30:00Z",
                     *       "stage": "text",
                     *       "status": "OPEN",
                     *       "suspended_at": "2026-01-31T09:30:00Z",
                     *       "told": {},
                     *       "votes": 1
                     *     }
                     */
                    "application/json": components["schemas"]["TaskView"];
                };
            };
        };
    };
    count_tasks: {
        parameters: {
            query?: {
                /** @description One branch alone; of one that the caller does not see there is nothing */
                branch?: string | null;
                /** @description What waits of this product alone */
                product_code?: string | null;
                /** @description One of the caller's roles alone; of another's there is nothing */
                role?: string | null;
                /** @description What waits at this place of a process alone */
                stage?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "all": {
                     *         "claimed": 1,
                     *         "open": 1,
                     *         "overdue": 1
                     *       },
                     *       "by_branch": [
                     *         {
                     *           "claimed": 1,
                     *           "open": 1,
                     *           "overdue": 1,
                     *           "value": "manual_review"
                     *         }
                     *       ],
                     *       "by_product": [
                     *         {
                     *           "claimed": 1,
                     *           "open": 1,
                     *           "overdue": 1,
                     *           "value": "manual_review"
                     *         }
                     *       ],
                     *       "by_role": [
                     *         {
                     *           "claimed": 1,
                     *           "open": 1,
                     *           "overdue": 1,
                     *           "value": "manual_review"
                     *         }
                     *       ],
                     *       "by_stage": [
                     *         {
                     *           "claimed": 1,
                     *           "open": 1,
                     *           "overdue": 1,
                     *           "value": "manual_review"
                     *         }
                     *       ],
                     *       "mine": {
                     *         "claimed": 1,
                     *         "open": 1,
                     *         "overdue": 1
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["TaskCountsView"];
                };
            };
        };
    };
}
