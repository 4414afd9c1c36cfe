// Made by `make api` from postloan-svc's OpenAPI document, sha256 005ec5e62027b384d5c3b92655d7bac3dc8b0f1ba75dab81ab25e30bb8a2e228; not edited.
export interface paths {
    "/v1/account-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Asks a second person to open an account, or to change number, names or VAT of one that is there. What kind it is
         *     stays, and so does whether loans post to it.
         *
         *     Permission: `journal.record`.
         */
        post: operations["request_account_change"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/account-changes/{change_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description A change of the chart.
         *
         *     Permission: `ledger.read`.
         */
        get: operations["get_account_change"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/account-changes/{change_id}/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Another person than the one who asked makes it.
         *
         *     Permission: `journal.release`.
         */
        post: operations["approve_account_change"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/account-changes/{change_id}/rejection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Another person than the one who asked says no; the chart stays as it is.
         *
         *     Permission: `journal.release`.
         */
        post: operations["reject_account_change"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description The chart of accounts, by number.
         *
         *     Permission: `ledger.read`.
         */
        get: operations["list_accounts"];
        put?: never;
        post?: never;
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
    "/v1/bank-statements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description The files that were taken in with their breaks, the newest first.
         *
         *     Permission: `payment.read`.
         */
        get: operations["list_bank_statements"];
        put?: never;
        /**
         * @description Takes in a bank's statement file: each line is a repayment of the loan that it names, or stands among the breaks
         *     with the code of its refusal. The file is taken in once, and not at all where its totals are wrong.
         *
         *     Permission: `repayment.record`.
         */
        post: operations["import_bank_statement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/bank-statements/{statement_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description A file that was taken in, with its breaks.
         *
         *     Permission: `payment.read`.
         */
        get: operations["get_bank_statement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/business-day": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description The open business day.
         *
         *     Permission: `loan.read`.
         */
        get: operations["get_business_day"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/business-days/{day}/closing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description How far a run is.
         *
         *     Permission: `loan.read`.
         */
        get: operations["get_day_closing"];
        put?: never;
        /**
         * @description Asks a second person to begin the close-of-business run of the open day, which the service begins by itself at
         *     its time; where days run ahead of the calendar, it begins at once. The business date moves when it is done.
         *
         *     Permission: `business-day.close`.
         */
        post: operations["close_business_day"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/business-days/{day}/closing/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Another person than the one who asked lets the run begin.
         *
         *     Permission: `business-day.close`.
         */
        post: operations["approve_day_closing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/business-days/{day}/closing/rejection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Another person than the one who asked says no; the day stays open until its time has come.
         *
         *     Permission: `business-day.close`.
         */
        post: operations["reject_day_closing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/business-days/{day}/set-aside-loans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description The loans that the closing of a day went on without, each with its problem: somebody has to look.
         *
         *     Permission: `loan.read`.
         */
        get: operations["list_set_aside_loans"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/classification-requests/{request_id}/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Another person than the one who asked agrees; what was asked for is done at once.
         *
         *     Permission: `classification.decide`.
         */
        post: operations["approve_classification_request"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/classification-requests/{request_id}/rejection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Another person than the one who asked says no; the loan stands as it did.
         *
         *     Permission: `classification.decide`.
         */
        post: operations["reject_classification_request"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/credit-lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description Lines of the caller's branch, or of all for those who see all, each with what of it can be drawn.
         *
         *     Permission: `loan.read`.
         */
        get: operations["list_credit_lines"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/credit-lines/{line_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description One line; its loans are those of its application.
         *
         *     Permission: `loan.read`.
         */
        get: operations["get_credit_line"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/credit-lines/{line_id}/drawdowns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Draws an amount for the borrower, at the branch: a new loan, whose money goes to his verified card.
         *
         *     Permission: `credit-line.draw`.
         */
        post: operations["draw_credit_line"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/credit-lines/{line_id}/freeze": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Asks another person to have nothing more drawn, or to let it be drawn again.
         *
         *     Permission: `credit-line.freeze`.
         */
        post: operations["ask_credit_line_freeze"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/credit-lines/{line_id}/freeze/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Approves or rejects it: done by another person than the one who asked.
         *
         *     Permission: `credit-line.freeze`.
         */
        post: operations["decide_credit_line_freeze"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/credit-lines/{line_id}/reservations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Holds an amount for a draw, up to a day.
         *
         *     Permission: `credit-line.draw`.
         */
        post: operations["reserve_credit_line"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/credit-lines/{line_id}/reservations/{reservation_id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Lets an amount go that was held.
         *
         *     Permission: `credit-line.draw`.
         */
        post: operations["release_reservation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/debit-runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description The last runs of collecting what is due, the latest first: how many debits each ordered, and when it ended.
         *
         *     Permission: `payment.read`.
         */
        get: operations["list_debit_runs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/gl-files/{day}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description What a closed business day has moved, for the institution's general ledger: CSV with control totals.
         *
         *     Permission: `ledger.read`.
         */
        get: operations["get_gl_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/journal-files/{period}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description The journals that people have booked into a month, with who asked and who released: CSV with control totals.
         *
         *     Permission: `ledger.read`.
         */
        get: operations["get_journal_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/journals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Asks a second person to book a journal. Accounts that the postings of loans move are refused.
         *
         *     Permission: `journal.record`.
         */
        post: operations["request_journal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/journals/{journal_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description A journal.
         *
         *     Permission: `ledger.read`.
         */
        get: operations["get_journal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/journals/{journal_id}/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Another person than the one who asked books it.
         *
         *     Permission: `journal.release`.
         */
        post: operations["approve_journal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/journals/{journal_id}/rejection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Another person than the one who asked says no; nothing is booked.
         *
         *     Permission: `journal.release`.
         */
        post: operations["reject_journal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/journals/{journal_id}/reversal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Asks a second person to book the contra of a journal on the open business day.
         *
         *     Permission: `journal.record`.
         */
        post: operations["request_journal_reversal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/loan-changes/{change_id}/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Another person than the one who asked makes the change, or takes it back.
         *
         *     Permission: `loan-change.approve`.
         */
        post: operations["approve_loan_change"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/loan-changes/{change_id}/rejection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Another person than the one who asked says no; nothing changes.
         *
         *     Permission: `loan-change.approve`.
         */
        post: operations["reject_loan_change"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/loans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description Loans of the caller's branch, or of all for those who see all.
         *
         *     Permission: `loan.read`.
         */
        get: operations["list_loans"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/loans/{loan_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description One loan.
         *
         *     Permission: `loan.read`.
         */
        get: operations["get_loan"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/loans/{loan_id}/ageing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description The arrears of a loan on the open business day, instalment by instalment.
         *
         *     Permission: `loan.read`.
         */
        get: operations["get_ageing"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/loans/{loan_id}/bureau-status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description What the credit bureau is told of each month, oldest first; the last one as far as it has come.
         *
         *     Permission: `loan.read`.
         */
        get: operations["list_bureau_status"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/loans/{loan_id}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description What was asked for of a loan, and what became of it, oldest first.
         *
         *     Permission: `loan.read`.
         */
        get: operations["list_loan_changes"];
        put?: never;
        /**
         * @description Asks a second person to change a loan as of a day: nothing changes before. A waiver within the parameter
         *     `waiver.alone` is made at once; a restructuring, waiver or write-off above `change.process_over` is put before its
         *     approval process.
         *
         *     As of a day that has passed the loan is worked out anew, as if it had been changed on that day.
         *
         *     Permission: `loan-change.request`.
         */
        post: operations["request_loan_change"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/loans/{loan_id}/changes/{change_id}/reversal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Asks a second person to take a change back, as if it had never been made.
         *
         *     Permission: `loan-change.request`.
         */
        post: operations["request_loan_change_reversal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/loans/{loan_id}/classification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description The class of five and the stage of a loan, why, and what it is expected to lose.
         *
         *     Permission: `loan.read`.
         */
        get: operations["get_classification"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/loans/{loan_id}/classification-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description What people have asked about how a loan stands, and what became of it.
         *
         *     Permission: `loan.read`.
         */
        get: operations["list_classification_requests"];
        put?: never;
        /**
         * @description Asks a second person to change how a loan stands: a sign, an override, an upgrade, days that do not count.
         *
         *     Permission: `classification.request`.
         */
        post: operations["request_classification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/loans/{loan_id}/collection-agreements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description The agreements under which a loan is collected from its borrower's card, the latest first.
         *
         *     Permission: `loan.read`.
         */
        get: operations["list_collection_agreements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/loans/{loan_id}/debit-freeze": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Nothing is collected from the borrower's card from now on, until another person lets it go on.
         *
         *     Permission: `debit.freeze`.
         */
        post: operations["freeze_debits"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/loans/{loan_id}/debit-resumption": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Another person than the one who froze them lets debits go on.
         *
         *     Permission: `debit.resume`.
         */
        post: operations["resume_debits"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/loans/{loan_id}/debits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description The debits of a loan from its borrower's card, the latest first, with why each failed.
         *
         *     Permission: `loan.read`.
         */
        get: operations["list_debits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/loans/{loan_id}/ledger": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description The double-entry postings of a loan, as they were booked.
         *
         *     Permission: `loan.read`.
         */
        get: operations["list_ledger_entries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/loans/{loan_id}/papers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description The papers that were handed out about a loan, newest first.
         *
         *     Permission: `loan.read`.
         */
        get: operations["list_papers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/loans/{loan_id}/papers/{paper_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description A paper as PDF (PDF/A-2b): the same bytes each time.
         *
         *     Permission: `loan.read`.
         */
        get: operations["get_paper"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/loans/{loan_id}/pay-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Asks for the pay-out again after the channel or a person has refused it. Where a person releases pay-outs, it
         *     waits for another one than who asks.
         *
         *     Permission: `pay-out.retry`.
         */
        post: operations["retry_pay_out"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/loans/{loan_id}/prepayment-quotes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description What was quoted for repaying a loan before its term, newest first.
         *
         *     Permission: `loan.read`.
         */
        get: operations["list_prepayment_quotes"];
        put?: never;
        /**
         * @description Says what repaying a part, or all, before the term costs up to a day, with its breakdown and the schedule after.
         *
         *     A repayment of the total that names the quote is taken as it says: until that day, once, and unless the loan has
         *     changed so that it costs more (`prepayment-quote-stale`). Money of an earlier day costs no more; what is left over
         *     waits for the next instalment, or goes back when the loan has ended.
         *
         *     Permission: `repayment.record`.
         */
        post: operations["quote_prepayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/loans/{loan_id}/purpose-check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description What was found about the use of a loan's money.
         *
         *     Permission: `loan.read`.
         */
        get: operations["get_purpose_check"];
        put?: never;
        /**
         * @description Says what a loan was used for that was paid to its borrower (R-2.6a), once, and where the evidence lies.
         *
         *     Permission: `purpose.check`.
         */
        post: operations["check_purpose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/loans/{loan_id}/refund": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Asks again for the refund of what was left over, after the channel has refused it.
         *
         *     Permission: `pay-out.retry`.
         */
        post: operations["retry_refund"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/loans/{loan_id}/repayment-releases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Asks a second person to take in money beyond what the loan can cost.
         *
         *     Permission: `repayment.record`.
         */
        post: operations["request_repayment_release"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/loans/{loan_id}/repayment-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description What was asked for about a loan's repayments, and what became of it.
         *
         *     Permission: `loan.read`.
         */
        get: operations["list_repayment_requests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/loans/{loan_id}/repayments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description The repayments of a loan with their allocations, as they were booked.
         *
         *     Permission: `loan.read`.
         */
        get: operations["list_repayments"];
        put?: never;
        /**
         * @description Takes a repayment and allocates it to what was due on `received_on`; the rest waits in suspense.
         *
         *     `received_on` lies between the value date and the open business day. Before something that has happened to the loan
         *     already, the loan is worked out anew. Money that covers the whole loan settles it with interest to the day; what is
         *     left over is refunded. With a `quote_id` a part is repaid before its term. A sum beyond anything that the loan can
         *     cost is refused until a second person releases it.
         *
         *     Permission: `repayment.record`.
         */
        post: operations["record_repayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/loans/{loan_id}/repayments/{repayment_id}/reversal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Asks a second person to take a repayment back.
         *
         *     Permission: `repayment.record`.
         */
        post: operations["request_repayment_reversal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/loans/{loan_id}/schedule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description Every instalment with what has been paid.
         *
         *     Permission: `loan.read`.
         */
        get: operations["get_schedule"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/loans/{loan_id}/schedule-versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description The versions of a loan's schedule, each with the event that made it; none before the pay-out.
         *
         *     Permission: `loan.read`.
         */
        get: operations["list_schedule_versions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/loans/{loan_id}/schedule-versions/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description A version with its rows, as it was made.
         *
         *     Permission: `loan.read`.
         */
        get: operations["get_schedule_version"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/loans/{loan_id}/settlement-certificates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Hands out the certificate that nothing is owed any more (结清证明), for a loan that is settled.
         *
         *     Permission: `paper.issue`.
         */
        post: operations["issue_settlement_certificate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/loans/{loan_id}/statements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Hands out a statement of account (对账单) of some days up to the open one. Who asks for the same again, gets the
         *     same.
         *
         *     Permission: `paper.issue`.
         */
        post: operations["issue_statement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/loans/{loan_id}/taxes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description What a loan has brought in so far by account of income, and the VAT that is in it: interest as it accrues, fees
         *     and late charges when they are paid. What stopped to be income bears none.
         *
         *     Permission: `loan.read`.
         */
        get: operations["list_loan_taxes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/loans/{loan_id}/unapplied-money-moves": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Asks a second person to move what is left over on a loan to another loan of the same customer.
         *
         *     It comes there as a repayment under the id of the request. Who has that repayment taken back, has the move taken
         *     back on both loans.
         *
         *     Permission: `repayment.record`.
         */
        post: operations["request_unapplied_money_move"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/my/credit-lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description The borrower's own lines, each with what of it can be drawn.
         *
         *     Permission: `own-loan.read`.
         */
        get: operations["list_own_credit_lines"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/my/credit-lines/{line_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description One of them. Its loans are repaid like any other.
         *
         *     Permission: `own-loan.read`.
         */
        get: operations["get_own_credit_line"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/my/credit-lines/{line_id}/drawdowns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Draws an amount: a new loan, whose money goes to the borrower's verified card.
         *
         *     Permission: `own-loan.draw`.
         */
        post: operations["draw_own_credit_line"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/my/loans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description The borrower's own loans.
         *
         *     Permission: `own-loan.read`.
         */
        get: operations["list_own_loans"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/my/loans/{loan_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description One of the borrower's own loans.
         *
         *     Permission: `own-loan.read`.
         */
        get: operations["get_own_loan"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/my/loans/{loan_id}/card-payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description What was collected, or was to be, from the borrower's card, the latest first, and why it failed.
         *
         *     Permission: `own-loan.read`.
         */
        get: operations["list_card_payments"];
        put?: never;
        /**
         * @description The borrower pays now, from his verified card: what is due, another amount, or what was quoted for repaying
         *     before the term. It is a repayment as soon as the bank has confirmed it.
         *
         *     Permission: `own-loan.pay`.
         */
        post: operations["pay_by_card"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/my/loans/{loan_id}/collection-agreement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description The borrower's latest agreement for a loan, and whether it is in force.
         *
         *     Permission: `own-loan.read`.
         */
        get: operations["get_own_collection_agreement"];
        put?: never;
        /**
         * @description The borrower agrees that what is due is collected from his verified card, on its day and after (代扣协议). The
         *     network signs it; until then it is REQUESTED.
         *
         *     Permission: `own-loan.pay`.
         */
        post: operations["agree_to_collection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/my/loans/{loan_id}/collection-agreement/revocation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description The borrower takes his agreement back: from now on nothing is ordered under it.
         *
         *     Permission: `own-loan.pay`.
         */
        post: operations["revoke_collection_agreement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/my/loans/{loan_id}/papers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description The papers that were handed out about a loan, newest first.
         *
         *     Permission: `own-loan.read`.
         */
        get: operations["list_own_papers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/my/loans/{loan_id}/papers/{paper_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description A paper as PDF (PDF/A-2b): the same bytes each time.
         *
         *     Permission: `own-loan.read`.
         */
        get: operations["get_own_paper"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/my/loans/{loan_id}/payment-instruction": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description How the borrower pays what is due by transfer.
         *
         *     Permission: `own-loan.pay`.
         */
        get: operations["get_payment_instruction"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/my/loans/{loan_id}/prepayment-quotes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description What was quoted for repaying the borrower's own loan before its term, newest first.
         *
         *     Permission: `own-loan.read`.
         */
        get: operations["list_own_prepayment_quotes"];
        put?: never;
        /**
         * @description Says what repaying a part, or all, before the term costs up to a day, with its breakdown and the schedule after.
         *     It binds the lender until that day.
         *
         *     Permission: `own-loan.pay`.
         */
        post: operations["quote_own_prepayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/my/loans/{loan_id}/repayments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description The repayments of the borrower's own loan, each as it counts now.
         *
         *     Permission: `own-loan.read`.
         */
        get: operations["list_own_repayments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/my/loans/{loan_id}/schedule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description Every instalment with what has been paid.
         *
         *     Permission: `own-loan.read`.
         */
        get: operations["get_own_schedule"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/my/loans/{loan_id}/settlement-certificates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Hands out the certificate that nothing is owed any more (结清证明), for a loan that is settled.
         *
         *     Permission: `own-loan.read`.
         */
        post: operations["issue_own_settlement_certificate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/my/loans/{loan_id}/statements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Hands out a statement of account (对账单) of some days up to the open one. Who asks for the same again, gets the
         *     same.
         *
         *     Permission: `own-loan.read`.
         */
        post: operations["issue_own_statement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/papers/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description What the paper of a number says, for who has its code: it is genuine where both say the same. A read, so it takes
         *     no Idempotency-Key.
         *
         *     Permission: `loan.read`.
         */
        post: operations["check_paper"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/partner-loans/{loan_id}/schedule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description Every instalment with what has been paid; nothing that tells whose loan it is.
         *
         *     Permission: `partner-loan.read`.
         */
        get: operations["get_partner_schedule"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pay-outs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description Pay-outs that wait for a person, of the caller's branch, or of all for those who see all; those that the machine
         *     releases are not among them.
         *
         *     Permission: `loan.read`.
         */
        get: operations["list_pay_outs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pay-outs/{pay_out_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description One of them.
         *
         *     Permission: `loan.read`.
         */
        get: operations["get_pay_out"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pay-outs/{pay_out_id}/conditions/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Somebody has seen that a condition of the contract is fulfilled; he does not release the money any more.
         *
         *     Permission: `pay-out.prepare`.
         */
        post: operations["check_condition_off"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pay-outs/{pay_out_id}/refusal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description The same person says no: nothing is ordered, and the loan waits for another try.
         *
         *     Permission: `pay-out.release`.
         */
        post: operations["refuse_pay_out"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pay-outs/{pay_out_id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Orders the payment, when all conditions are checked off: done by a person who neither made, decided nor
         *     contracted the loan, nor checked a condition off, nor asked for the pay-out.
         *
         *     Permission: `pay-out.release`.
         */
        post: operations["release_pay_out"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/periods": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description The periods of which somebody has said something, the latest first; all others are open.
         *
         *     Permission: `ledger.read`.
         */
        get: operations["list_periods"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/periods/{period}/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Another person than the one who asked closes the month, or opens it.
         *
         *     Permission: `period.release`.
         */
        post: operations["approve_period_change"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/periods/{period}/closing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Asks a second person to close a month: nothing is booked into it, or dated back into it, from then on.
         *
         *     Permission: `period.change`.
         */
        post: operations["request_period_closing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/periods/{period}/rejection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Another person than the one who asked says no; the month stays as it is.
         *
         *     Permission: `period.release`.
         */
        post: operations["reject_period_change"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/periods/{period}/reopening": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Asks a second person to open a month again, the last one that is closed.
         *
         *     Permission: `period.change`.
         */
        post: operations["request_period_reopening"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/portfolio": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description All running loans at the end of a day by class, stage and bucket, with the ratios that a supervisor reads.
         *
         *     Permission: `portfolio.read`.
         */
        get: operations["get_portfolio"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/portfolio/cures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description How many overdue loans of a day were in time on a later one, and what of their arrears was collected.
         *
         *     Permission: `portfolio.read`.
         */
        get: operations["get_cures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/portfolio/ever-vintages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description The loans of each month, month by month: what had ever been bad by then (曾经), whatever became of it, with what
         *     was outstanding when it first was.
         *
         *     Permission: `portfolio.read`.
         */
        get: operations["get_ever_vintages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/portfolio/migration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description How loans have moved from class to class between two days.
         *
         *     Permission: `portfolio.read`.
         */
        get: operations["get_migration"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/portfolio/payment-defaults": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description First, second or third payment default by product: who had not paid the instalment so many days later.
         *
         *     Permission: `portfolio.read`.
         */
        get: operations["get_payment_defaults"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/portfolio/roll-rates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description How balances have moved from bucket to bucket between two days.
         *
         *     Permission: `portfolio.read`.
         */
        get: operations["get_roll_rates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/portfolio/vintages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description The loans of each month, month by month: what is bad of what was lent.
         *
         *     Permission: `portfolio.read`.
         */
        get: operations["get_vintages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/purpose-checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description Loans that were paid to their borrowers, and of which nobody has said yet what they were used for; the longest
         *     due first.
         *
         *     Permission: `loan.read`.
         */
        get: operations["list_purpose_checks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reconciliations/{day}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description Whether the books of loans and the ledger agreed at the end of a day.
         *
         *     Permission: `ledger.read`.
         */
        get: operations["get_reconciliation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reconciliations/{day}/breaks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description The accounts of loans in which a loan differed from its own books at the end of a day.
         *
         *     Permission: `ledger.read`.
         */
        get: operations["list_ledger_breaks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/repayment-requests/{request_id}/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Another person than the one who asked releases or moves the money, or takes the repayment back.
         *
         *     Permission: `repayment.release`.
         */
        post: operations["approve_repayment_request"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/repayment-requests/{request_id}/rejection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Another person than the one who asked says no; nothing is booked.
         *
         *     Permission: `repayment.release`.
         */
        post: operations["reject_repayment_request"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/trial-balance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description The balances of all accounts at the end of a closed business day.
         *
         *     Permission: `ledger.read`.
         */
        get: operations["get_trial_balance"];
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
         * Acceleration
         * @description Everything falls due at once.
         */
        Acceleration: {
            /**
             * Kind
             * @default ACCELERATION
             * @constant
             */
            kind?: "ACCELERATION";
        };
        /**
         * AccelerationBody
         * @description 提前到期: everything falls due at once.
         */
        AccelerationBody: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "ACCELERATION";
        };
        /**
         * AccountChangeBody
         * @description An account as it shall be, and why.
         */
        AccountChangeBody: {
            /**
             * Code
             * @example RENT_EXPENSE
             */
            code: string;
            /** @example EXPENSE */
            kind: components["schemas"]["AccountKind"];
            /**
             * Name En
             * @example Rent
             */
            name_en: string;
            /**
             * Name Zh
             * @example 业务及管理费-租金
             */
            name_zh: string;
            /**
             * Number
             * @example 6602.01
             */
            number: string;
            /**
             * Reason
             * @example The new office
             */
            reason: string;
            /**
             * Taxable
             * @description Whether VAT is due on it
             * @default false
             */
            taxable?: boolean;
        };
        /**
         * AccountChangeView
         * @description A change of the chart and what became of it.
         */
        AccountChangeView: {
            account: components["schemas"]["AccountView"];
            /** Decided At */
            decided_at: string | null;
            /** Decided By */
            decided_by: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Reason */
            reason: string;
            /**
             * Requested At
             * Format: date-time
             */
            requested_at: string;
            /** Requested By */
            requested_by: string;
            status: components["schemas"]["postloan_svc__domain__general_ledger__chart__ChangeStatus"];
        };
        /**
         * AccountKind
         * @description Where an account stands; MEMO is off the balance sheet.
         * @enum {string}
         */
        AccountKind: "ASSET" | "LIABILITY" | "EQUITY" | "INCOME" | "EXPENSE" | "MEMO";
        /**
         * AccountView
         * @description An account of the chart. What is `of_loans` moves by the postings of loans alone.
         */
        AccountView: {
            /** Code */
            code: string;
            kind: components["schemas"]["AccountKind"];
            /** Name En */
            name_en: string;
            /** Name Zh */
            name_zh: string;
            /** Number */
            number: string;
            /** Of Loans */
            of_loans: boolean;
            /** Taxable */
            taxable: boolean;
        };
        /**
         * AgeingBand
         * @description Overdue principal of an age, as the credit bureau is told it.
         */
        AgeingBand: {
            /**
             * Days
             * @example 31-60
             */
            days: string;
            /** Principal Minor */
            principal_minor: number;
        };
        /**
         * AgeingView
         * @description The arrears of a loan on the open business day, instalment by instalment.
         */
        AgeingView: {
            /** Bands */
            bands: components["schemas"]["AgeingBand"][];
            /** Bucket */
            bucket: string;
            /**
             * Day
             * Format: date
             */
            day: string;
            /** Dpd */
            dpd: number;
            /** Instalments */
            instalments: components["schemas"]["ArrearView"][];
            /**
             * Loan Id
             * Format: uuid
             */
            loan_id: string;
            /** Overdue Instalments */
            overdue_instalments: number;
            /** Overdue Minor */
            overdue_minor: number;
            /** Pauses */
            pauses: components["schemas"]["PauseView"][];
        };
        /**
         * AgreementBody
         * @description What the borrower agrees to.
         */
        AgreementBody: {
            /**
             * Parts
             * @description Whether a part may be taken where there is not enough
             * @default true
             */
            parts?: boolean;
            /**
             * Text Version
             * @description The wording that he was shown
             * @example 2026-1
             */
            text_version: string;
        };
        /**
         * AgreementEnd
         * @description Why an agreement has ended.
         * @enum {string}
         */
        AgreementEnd: "REVOKED" | "SETTLED" | "TRANSFERRED";
        /**
         * AgreementStatus
         * @description REQUESTED until the network has answered.
         * @enum {string}
         */
        AgreementStatus: "REQUESTED" | "SIGNED" | "REFUSED" | "ENDED";
        /**
         * AllocationLineView
         * @description What a part of a repayment paid.
         */
        AllocationLineView: {
            /** Amount Minor */
            amount_minor: number;
            /** Component */
            component: string;
            /** Instalment No */
            instalment_no: number;
        };
        /**
         * ArrearView
         * @description An instalment that has fallen due and is unpaid, late charges left aside.
         */
        ArrearView: {
            /**
             * Counts From
             * Format: date
             * @description The first day on which it makes the loan overdue: holidays and grace are over
             */
            counts_from: string;
            /**
             * Dpd
             * @description Of this instalment, whatever is paused
             */
            dpd: number;
            /**
             * Due On
             * Format: date
             */
            due_on: string;
            /** Fee Minor */
            fee_minor: number;
            /** Interest Minor */
            interest_minor: number;
            /** Principal Minor */
            principal_minor: number;
        };
        /**
         * BankStatementBody
         * @description The file: a header, a line `D` for money that came in, a trailer `T` with the number of lines and their sum.
         */
        BankStatementBody: {
            /**
             * Content
             * @example record,reference,received_on,amount,currency,loan_no
             *     D,B1,2026-02-21,8884.88,CNY,HT1-01
             *     T,1,,8884.88,,
             */
            content: string;
        };
        /**
         * BreakView
         * @description An account of a loan in which its books and the loan itself differ: somebody has to look.
         */
        BreakView: {
            /** Account */
            account: string;
            /** Books Minor */
            books_minor: number;
            /**
             * Loan Id
             * Format: uuid
             */
            loan_id: string;
            /** Loan Minor */
            loan_minor: number;
        };
        /**
         * BureauMonthView
         * @description What the credit bureau is told of a month.
         */
        BureauMonthView: {
            /**
             * As Of
             * Format: date
             */
            as_of: string;
            /**
             * Code
             * @description N in time, * nothing due, M late within the month, 1 to 7 by bucket
             * @example N
             */
            code: string;
            /** Dpd */
            dpd: number;
            /**
             * Month
             * @example 2026-03
             */
            month: string;
            /** Outstanding Minor */
            outstanding_minor: number;
            /** Overdue Minor */
            overdue_minor: number;
        };
        /**
         * BusinessDayView
         * @description The open business day, and the run that is closing it.
         */
        BusinessDayView: {
            /**
             * Business Date
             * Format: date
             */
            business_date: string;
            closing: components["schemas"]["DayClosingView"] | null;
            /**
             * Closing Asked By
             * @description Who wants it closed by hand, and waits for another person
             */
            closing_asked_by: string | null;
        };
        /**
         * CardPaymentBody
         * @description What the borrower pays by his verified card, now.
         */
        CardPaymentBody: {
            /**
             * Amount Minor
             * @description Absent: what is due, or was quoted
             * @example 888488
             */
            amount_minor?: number | null;
            /**
             * Quote Id
             * @description What was quoted for repaying before the term
             */
            quote_id?: string | null;
        };
        /**
         * ChangeBody
         * @description What shall change, from when on, and why.
         */
        ChangeBody: {
            /**
             * Change
             * @example {
             *       "annual_rate": "0.108",
             *       "kind": "RATE"
             *     }
             */
            change: components["schemas"]["ExtensionBody"] | components["schemas"]["RateBody"] | components["schemas"]["InterestPauseBody"] | components["schemas"]["PaymentHolidayBody"] | components["schemas"]["WaiverBody"] | components["schemas"]["RestructuringBody"] | components["schemas"]["AccelerationBody"] | components["schemas"]["WriteOffBody"] | components["schemas"]["DebtSettlementBody"] | components["schemas"]["TransferBody"] | components["schemas"]["EnforcementBody"] | components["schemas"]["UpgradeBody"];
            /**
             * Reason
             * @example The payer sent it twice
             */
            reason: string;
            /**
             * Value Date
             * @description Absent: the open business day; or one that has passed
             */
            value_date?: string | null;
        };
        /**
         * ChangeKind
         * @description What is changed.
         * @enum {string}
         */
        ChangeKind: "EXTENSION" | "RATE" | "INTEREST_PAUSE" | "PAYMENT_HOLIDAY" | "WAIVER" | "RESTRUCTURING" | "ACCELERATION" | "WRITE_OFF" | "DEBT_SETTLEMENT" | "TRANSFER" | "ENFORCEMENT" | "UPGRADE" | "REPRICING";
        /**
         * ChangeStatus
         * @description Only an APPROVED change has a row.
         * @enum {string}
         */
        "ChangeStatus-Input": "PROPOSED" | "APPROVED" | "REJECTED" | "WITHDRAWN";
        /**
         * ChangeView
         * @description A change of class or stage.
         */
        ChangeView: {
            /**
             * Day
             * Format: date
             */
            day: string;
            /** Dpd */
            dpd: number;
            /** From Class */
            from_class: string;
            /** From Stage */
            from_stage: number;
            /** Reasons */
            reasons: string[];
            /** To Class */
            to_class: string;
            /** To Stage */
            to_stage: number;
        };
        /**
         * CheckedPaperView
         * @description What a paper says that is genuine.
         */
        CheckedPaperView: {
            /** Content */
            content: {
                [key: string]: unknown;
            };
            /**
             * Issued On
             * Format: date
             */
            issued_on: string;
            kind: components["schemas"]["PaperKind"];
            /** Number */
            number: string;
        };
        /**
         * ClaimTransfer
         * @description The claim is sold. `transferee` is who buys it, an institution.
         */
        ClaimTransfer: {
            /**
             * Kind
             * @default TRANSFER
             * @constant
             */
            kind?: "TRANSFER";
            /** Price Minor */
            price_minor: number;
            /** Transferee */
            transferee: string;
        };
        /**
         * ClassificationRequestBody
         * @description What another person shall decide about how a loan stands; which fields it needs follows from its kind.
         */
        ClassificationRequestBody: {
            /**
             * First Day
             * @description Of PAUSE; of RESTRUCTURED: the day of the change
             */
            first_day?: string | null;
            /** @description What is asked for */
            kind: components["schemas"]["RequestKind-Input"];
            /**
             * Last Day
             * @description Of PAUSE and PAUSE_ENDED, itself included
             */
            last_day?: string | null;
            /**
             * Pause Id
             * @description Of PAUSE_ENDED: the request that began it
             */
            pause_id?: string | null;
            /**
             * Percent
             * @description Of OVERDUE_ELSEWHERE and ASSESSED_LOSS
             */
            percent?: number | string | null;
            /**
             * Reason
             * @example court notice of 2026-03-02
             */
            reason: string;
            /** @description Of SIGN and SIGN_CLEARED */
            sign?: components["schemas"]["Sign"] | null;
            /** @description Of OVERRIDE and UPGRADE */
            to_class?: components["schemas"]["ClassName"] | null;
        };
        /**
         * ClassificationRequestView
         * @description A request and what became of it.
         */
        ClassificationRequestView: {
            /** Decided At */
            decided_at: string | null;
            /** Decided By */
            decided_by: string | null;
            /** First Day */
            first_day: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            kind: components["schemas"]["postloan_svc__domain__classification__requests__RequestKind"];
            /** Last Day */
            last_day: string | null;
            /**
             * Loan Id
             * Format: uuid
             */
            loan_id: string;
            /** Pause Id */
            pause_id: string | null;
            /** Percent */
            percent: string | null;
            /** Reason */
            reason: string;
            /**
             * Requested At
             * Format: date-time
             */
            requested_at: string;
            /** Requested By */
            requested_by: string;
            sign: components["schemas"]["Sign"] | null;
            status: components["schemas"]["RequestStatus"];
            /** To Class */
            to_class: string | null;
        };
        /**
         * ClassificationView
         * @description How a loan stands: its class of five and its stage, every reason, and what it is expected to lose.
         */
        ClassificationView: {
            /**
             * As Of
             * @description The last day that was closed; the figures below are of its end
             */
            as_of: string | null;
            /** Bucket */
            bucket: string;
            /** Changes */
            changes: components["schemas"]["ChangeView"][];
            /** Dpd */
            dpd: number;
            expected_loss: components["schemas"]["ExpectedLossView"] | null;
            /**
             * Held
             * @description Non-performing until two people upgrade it, whatever is paid
             */
            held: boolean;
            /**
             * Loan Id
             * Format: uuid
             */
            loan_id: string;
            /** Overdue Instalments */
            overdue_instalments: number;
            /** Overdue Minor */
            overdue_minor: number;
            /** Override */
            override: string | null;
            /**
             * Reasons
             * @description All that hold; the worst gives the class
             */
            reasons: string[];
            restructured: components["schemas"]["Restructured"] | null;
            /** Restructured On */
            restructured_on: string | null;
            /**
             * Risk Class
             * @description NORMAL, SPECIAL_MENTION, SUBSTANDARD, DOUBTFUL or LOSS
             * @example NORMAL
             */
            risk_class: string;
            /** Signs */
            signs: components["schemas"]["SignView"][];
            /** Since */
            since: string | null;
            /** Stage */
            stage: number;
        };
        /**
         * ClassName
         * @description The five classes by their names.
         * @enum {string}
         */
        ClassName: "NORMAL" | "SPECIAL_MENTION" | "SUBSTANDARD" | "DOUBTFUL" | "LOSS";
        /**
         * ClosingStatus
         * @description RUNNING until every loan has been advanced, the calendar has moved, and the ledger has the day. What one person
         *     has asked for and nobody has approved is REQUESTED: there is no run yet.
         * @enum {string}
         */
        ClosingStatus: "REQUESTED" | "RUNNING" | "DONE";
        /**
         * ConditionView
         * @description A condition, and who has checked it off.
         */
        ConditionView: {
            /** Checked At */
            checked_at: string | null;
            /** Checked By */
            checked_by: string | null;
            /** Code */
            code: string;
            /** Evidence */
            evidence: string | null;
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
         * CuresView
         * @description Cures and collections between two days.
         */
        CuresView: {
            /** Buckets */
            buckets: components["schemas"]["CureView"][];
            /**
             * First
             * Format: date
             */
            first: string;
            /**
             * Last
             * Format: date
             */
            last: string;
        };
        /**
         * CureView
         * @description What became of the loans of a bucket by a later day (R-4.24).
         */
        CureView: {
            /** Bucket */
            bucket: string;
            /**
             * Collected Minor
             * @description Of what was overdue on the first day
             */
            collected_minor: number;
            /** Collection Rate */
            collection_rate: string | null;
            /** Cure Rate */
            cure_rate: string | null;
            /**
             * Cured
             * @description In M0, or ended
             */
            cured: number;
            /** Loans */
            loans: number;
            /** Overdue Minor */
            overdue_minor: number;
        };
        /**
         * DayClosingView
         * @description A run over the loans.
         */
        DayClosingView: {
            /**
             * Accruals
             * @description Loans whose interest of the day is posted
             */
            accruals: number;
            /** Closed At */
            closed_at: string | null;
            /**
             * Day
             * Format: date
             */
            day: string;
            /** Due */
            due: number;
            /**
             * Loans
             * @description Loans with something to tell that were advanced
             */
            loans: number;
            /** Missed */
            missed: number;
            /** Requested By */
            requested_by: string;
            /**
             * Set Aside
             * @description Loans that could not be advanced: the run went on without them
             */
            set_aside: number;
            /**
             * Started At
             * Format: date-time
             */
            started_at: string;
            status: components["schemas"]["ClosingStatus"];
            /** @description What the slowest part of the run is at; the business date moves behind `END` */
            step: components["schemas"]["Step"];
        };
        /**
         * DayCount
         * @description How the days of an interval become a share of a year (domain.md §3.2).
         * @enum {string}
         */
        DayCount: "ACT/360" | "ACT/365" | "30E/360" | "ACT/ACT";
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
         * DebitRunView
         * @description The attempts of one time of a day: how many debits were ordered, of how much.
         */
        DebitRunView: {
            /** Amount Minor */
            amount_minor: number;
            /**
             * Business Date
             * Format: date
             */
            business_date: string;
            /** Debits */
            debits: number;
            /** Ended At */
            ended_at: string | null;
            /** Slot */
            slot: string;
        };
        /**
         * DebitStatus
         * @description REQUESTED until the channel has said how the order ended.
         * @enum {string}
         */
        DebitStatus: "REQUESTED" | "SETTLED" | "FAILED" | "RETURNED";
        /**
         * DebitView
         * @description A debit from the borrower's card, and what became of it.
         */
        DebitView: {
            /** Amount Minor */
            amount_minor: number;
            /**
             * Business Date
             * Format: date
             */
            business_date: string;
            /** Code */
            code: string | null;
            /** Currency */
            currency: string;
            /** Ended At */
            ended_at: string | null;
            /** Failed Because */
            failed_because: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            occasion: components["schemas"]["Occasion"];
            /**
             * Part
             * @description Which order of the attempt: less is asked for where there is not enough
             */
            part: number;
            /**
             * Repayment Id
             * @description The repayment that it is
             */
            repayment_id: string | null;
            /**
             * Requested At
             * Format: date-time
             */
            requested_at: string;
            /**
             * Slot
             * @description Of an automatic one: whose time of the day it is
             */
            slot: string | null;
            status: components["schemas"]["DebitStatus"];
        };
        /**
         * DebtSettlement
         * @description Who pays so much by a day owes nothing more.
         */
        DebtSettlement: {
            /** Amount Minor */
            amount_minor: number;
            /**
             * Kind
             * @default DEBT_SETTLEMENT
             * @constant
             */
            kind?: "DEBT_SETTLEMENT";
            /**
             * Pay By
             * Format: date
             */
            pay_by: string;
        };
        /**
         * DebtSettlementBody
         * @description 和解: who pays so much by a day owes nothing more.
         */
        DebtSettlementBody: {
            /**
             * Amount Minor
             * @example 5000000
             */
            amount_minor: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "DEBT_SETTLEMENT";
            /**
             * Pay By
             * Format: date
             */
            pay_by: string;
        };
        /**
         * DefaultsView
         * @description First (second, third) payment default: FPD30 is instalment 1, 30 days (R-4.23).
         */
        DefaultsView: {
            /**
             * Day
             * Format: date
             */
            day: string;
            /** Days */
            days: number;
            /** Instalment */
            instalment: number;
            /** Products */
            products: components["schemas"]["DefaultView"][];
        };
        /**
         * DefaultView
         * @description Loans of a product whose instalment was due, and those that had not paid it so many days later.
         */
        DefaultView: {
            /** Lent Minor */
            lent_minor: number;
            /** Loans */
            loans: number;
            /** Product Code */
            product_code: string;
            /**
             * Rate
             * @description By count
             */
            rate: string | null;
            /** Unpaid */
            unpaid: number;
            /** Unpaid Minor */
            unpaid_minor: number;
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
         * DrawBody
         * @description So much shall be paid out.
         */
        DrawBody: {
            /**
             * Amount Minor
             * @example 1000000
             */
            amount_minor: number;
            /**
             * Reservation Id
             * @description Where the amount was held before
             */
            reservation_id?: string | null;
        };
        /**
         * DuePurposeView
         * @description A loan that was paid to its borrower, and by when somebody looks at what he used it for.
         */
        DuePurposeView: {
            /** Amount Minor */
            amount_minor: number;
            /** Branch */
            branch: string;
            /**
             * Due On
             * Format: date
             */
            due_on: string;
            /**
             * Loan Id
             * Format: uuid
             */
            loan_id: string;
            /** Loan No */
            loan_no: string;
            /** Overdue */
            overdue: boolean;
            /** Purpose */
            purpose: string;
        };
        /**
         * Effect
         * @description What a partial prepayment changes (E9).
         * @enum {string}
         */
        Effect: "SHORTER_TERM" | "LOWER_INSTALMENT";
        /**
         * Enforcement
         * @description A court enforces a judgment: with costs, and with double interest at a daily rate on what is not performed since
         *     a day (法释〔2014〕8号).
         */
        Enforcement: {
            /** Costs Minor */
            costs_minor: number;
            /** Daily Rate */
            daily_rate: string;
            /**
             * Delayed Since
             * Format: date
             */
            delayed_since: string;
            /**
             * Kind
             * @default ENFORCEMENT
             * @constant
             */
            kind?: "ENFORCEMENT";
        };
        /**
         * EnforcementBody
         * @description 申请执行: a court enforces a judgment; what it costs, and since when it is not performed.
         */
        EnforcementBody: {
            /** Costs Minor */
            costs_minor: number;
            /**
             * Delayed Since
             * Format: date
             */
            delayed_since: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "ENFORCEMENT";
        };
        /**
         * EventKind
         * @description What can happen to a loan from outside. What its days bring (dues, penalty) follows and is no event.
         * @enum {string}
         */
        EventKind: "REPAYMENT" | "REVERSAL" | "REFUND" | "MOVED" | "CHANGE" | "REPRICING";
        /**
         * EverOver
         * @description How late a loan once was, to count as one that ever was.
         * @enum {integer}
         */
        EverOver: 30 | 60 | 90;
        /**
         * EvidenceBody
         * @description Where it is seen that a condition is fulfilled.
         */
        EvidenceBody: {
            /**
             * Evidence
             * @example Insurance policy 4711, file 12
             */
            evidence: string;
        };
        /**
         * ExpectedLossView
         * @description What a loan is expected to lose, as it was computed at the end of a day, and of what.
         */
        ExpectedLossView: {
            /**
             * Annual Rate
             * @description Of the contract: losses are discounted at its effective rate
             */
            annual_rate: string;
            /**
             * Day
             * Format: date
             */
            day: string;
            /** Exposure Minor */
            exposure_minor: number;
            /**
             * Lgd
             * @description Of the product; of a non-performing class no less than its share
             */
            lgd: string;
            /**
             * Loss Minor
             * @description Provided for in the general ledger
             */
            loss_minor: number;
            /**
             * Pd
             * @description Within a year; as risk-svc assessed it, and no less than the bucket shows
             */
            pd: string;
            /** Scenarios */
            scenarios: components["schemas"]["ScenarioView"][];
            /**
             * Stage
             * @description 1: over 12 months, 2: over the whole life, 3: it has happened
             */
            stage: number;
        };
        /**
         * Extension
         * @description The term is so many months longer, at another rate where a longer tenor has one (R-3.27).
         */
        Extension: {
            /** Annual Rate */
            annual_rate?: string | null;
            /**
             * Kind
             * @default EXTENSION
             * @constant
             */
            kind?: "EXTENSION";
            /** Months */
            months: number;
        };
        /**
         * ExtensionBody
         * @description 展期: the term is so many months longer.
         */
        ExtensionBody: {
            /**
             * Annual Rate
             * @description Of the longer tenor, from the day on
             */
            annual_rate?: (number | string) | null;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "EXTENSION";
            /**
             * Months
             * @example 6
             */
            months: number;
        };
        /**
         * Fate
         * @description What became of a message; a metric counts by it.
         * @enum {string}
         */
        Fate: "done" | "duplicate" | "refused" | "retried" | "dead";
        /**
         * FloatingRate
         * @description A rate that is tied to the LPR: read anew on its days, it is that of the day and the spread (R-2.16, R-2.17).
         */
        FloatingRate: {
            /**
             * Ceiling
             * @description The rate is never higher
             */
            ceiling?: string | null;
            /**
             * Cycle Months
             * @description Every so many months; 0: never
             * @default 12
             */
            cycle_months?: number;
            /**
             * Floor
             * @description The rate is never lower
             */
            floor?: string | null;
            /**
             * Lpr
             * @description The one that the contract's rate was made of
             * @example 0.072
             */
            lpr: string;
            /**
             * @description From which day they are counted
             * @default ANNIVERSARY
             */
            reprice?: components["schemas"]["Reprice"];
            /**
             * Spread Bp
             * @description Basis points above it, or below
             * @example 420
             */
            spread_bp: number;
            /** @description Which LPR */
            tenor: components["schemas"]["Tenor"];
        };
        /**
         * FreezeAskedView
         * @description What one person has asked for and nobody has decided.
         */
        FreezeAskedView: {
            /**
             * Asked At
             * Format: date-time
             */
            asked_at: string;
            /** Asked By */
            asked_by: string;
            /** Freeze */
            freeze: boolean;
            /** Reason */
            reason: string;
        };
        /**
         * FreezeBody
         * @description Why nothing shall be collected.
         */
        FreezeBody: {
            /**
             * Reason
             * @example The payer sent it twice
             */
            reason: string;
        };
        /**
         * FreezeDecisionBody
         * @description The second person's word.
         */
        FreezeDecisionBody: {
            /** Approve */
            approve: boolean;
        };
        /**
         * GraceTerms
         * @description For how many periods at the beginning something is not asked yet, each kind by itself (R-3.29).
         */
        GraceTerms: {
            /**
             * Interest Free Periods
             * @description None is charged
             * @default 0
             */
            interest_free_periods?: number;
            /**
             * Interest Periods
             * @description Interest accrues; the first instalment after asks for all of it
             * @default 0
             */
            interest_periods?: number;
            /**
             * Principal Periods
             * @description Interest alone is paid
             * @default 0
             * @example 3
             */
            principal_periods?: number;
        };
        /**
         * InstalmentView
         * @description One row of the schedule with what has been paid. Number 0 is what the pay-out itself costs.
         */
        InstalmentView: {
            /** Balance Minor */
            balance_minor: number;
            /**
             * Carried
             * @description What was due when the loan was restructured, and is due anew
             */
            carried: boolean;
            /**
             * Due On
             * Format: date
             */
            due_on: string;
            /**
             * Early
             * @description A part that was repaid before it fell due, numbered behind the others
             */
            early: boolean;
            /** Fee Minor */
            fee_minor: number;
            /** Interest Minor */
            interest_minor: number;
            /** Number */
            number: number;
            /**
             * Payable On
             * Format: date
             * @description Up to when it is paid in time without any grace (R-3.7)
             */
            payable_on: string;
            /** Principal Minor */
            principal_minor: number;
            /** Settled On */
            settled_on: string | null;
            /** Total Minor */
            total_minor: number;
            /** Unpaid Minor */
            unpaid_minor: number;
        };
        /**
         * InterestPause
         * @description No interest and no late charges until a day, which bears them again.
         */
        InterestPause: {
            /**
             * Kind
             * @default INTEREST_PAUSE
             * @constant
             */
            kind?: "INTEREST_PAUSE";
            /**
             * Until
             * Format: date
             */
            until: string;
        };
        /**
         * InterestPauseBody
         * @description 停息: no interest and no late charges until a day.
         */
        InterestPauseBody: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "INTEREST_PAUSE";
            /**
             * Until
             * Format: date
             * @description The first day that bears interest again
             */
            until: string;
        };
        /**
         * JournalBody
         * @description Lines whose debits and credits are the same.
         */
        JournalBody: {
            /**
             * Branch
             * @example 310000-01
             */
            branch: string;
            /**
             * Business Date
             * @description Absent: the open business day
             */
            business_date?: string | null;
            /**
             * Lines
             * @example [
             *       {
             *         "account": "IMPAIRMENT_LOSS",
             *         "credit_minor": 0,
             *         "debit_minor": 100000
             *       },
             *       {
             *         "account": "LOAN_LOSS_ALLOWANCE",
             *         "credit_minor": 100000,
             *         "debit_minor": 0
             *       }
             *     ]
             */
            lines: components["schemas"]["JournalLineBody"][];
            /**
             * Reason
             * @example Monthly allowance
             */
            reason: string;
        };
        /**
         * JournalLineBody
         * @description A debit or a credit.
         */
        JournalLineBody: {
            /**
             * Account
             * @example IMPAIRMENT_LOSS
             */
            account: string;
            /**
             * Credit Minor
             * @default 0
             * @example 100000
             */
            credit_minor?: number;
            /**
             * Debit Minor
             * @default 0
             * @example 100000
             */
            debit_minor?: number;
        };
        /**
         * JournalLineView
         * @description A debit or a credit.
         */
        JournalLineView: {
            /** Account */
            account: string;
            /** Credit Minor */
            credit_minor: number;
            /** Debit Minor */
            debit_minor: number;
        };
        /**
         * JournalStatus
         * @description Decided once.
         * @enum {string}
         */
        JournalStatus: "REQUESTED" | "POSTED" | "REJECTED";
        /**
         * JournalView
         * @description A journal and what became of it. `reverses` is the one that it takes back.
         */
        JournalView: {
            /** Branch */
            branch: string;
            /**
             * Business Date
             * Format: date
             */
            business_date: string;
            /** Decided At */
            decided_at: string | null;
            /** Decided By */
            decided_by: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Lines */
            lines: components["schemas"]["JournalLineView"][];
            /** Reason */
            reason: string;
            /**
             * Requested At
             * Format: date-time
             */
            requested_at: string;
            /** Requested By */
            requested_by: string;
            /** Reverses */
            reverses: string | null;
            status: components["schemas"]["JournalStatus"];
        };
        /**
         * LedgerEntryView
         * @description One line of the ledger: a debit is positive, a credit negative. `reverses` is the number of the posting that it
         *     takes back.
         */
        LedgerEntryView: {
            /** Account */
            account: string;
            /** Amount Minor */
            amount_minor: number;
            /**
             * Booked At
             * Format: date-time
             */
            booked_at: string;
            /**
             * Business Date
             * Format: date
             */
            business_date: string;
            /** Id */
            id: number;
            /** Kind */
            kind: string;
            /** Posting No */
            posting_no: number;
            /** Reverses */
            reverses: number | null;
            /**
             * Value Date
             * Format: date
             */
            value_date: string;
        };
        /**
         * LetterState
         * @description RETRYING: tried again by itself. DEAD: waits for a person. DISCARDING: one person wants it gone, another has to
         *     look. HANDLED and DISCARDED are ends.
         * @enum {string}
         */
        LetterState: "RETRYING" | "DEAD" | "DISCARDING" | "HANDLED" | "DISCARDED";
        /**
         * LineFreezeBody
         * @description Whether nothing more shall be drawn, and why.
         */
        LineFreezeBody: {
            /**
             * Freeze
             * @description false: it shall be drawn again
             */
            freeze: boolean;
            /**
             * Reason
             * @example 经营异常，核实中
             */
            reason: string;
        };
        /**
         * LineStatus
         * @description Whether it can be drawn. What is owed stays owed, and is due, whatever its state.
         * @enum {string}
         */
        LineStatus: "OPEN" | "FROZEN" | "EXPIRED" | "CLOSED";
        /**
         * LineView
         * @description A line as staff see it.
         */
        LineView: {
            /** Annual Rate */
            annual_rate: string;
            /**
             * Application Id
             * Format: uuid
             */
            application_id: string;
            /** @description What waits for a second person */
            asked: components["schemas"]["FreezeAskedView"] | null;
            /**
             * Available Minor
             * @description What can be drawn on the day
             */
            available_minor: number;
            /** Branch */
            branch: string;
            /** Contract No */
            contract_no: string;
            /** Currency */
            currency: string;
            /**
             * Customer Id
             * Format: uuid
             */
            customer_id: string;
            /**
             * Expires On
             * Format: date
             * @description From this day on nothing is drawn, and everything is due
             */
            expires_on: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Limit Minor */
            limit_minor: number;
            /**
             * Opens On
             * Format: date
             */
            opens_on: string;
            /**
             * Outstanding Principal Minor
             * @description What its loans owe
             */
            outstanding_principal_minor: number;
            /** Product Code */
            product_code: string;
            /** Reservations */
            reservations: components["schemas"]["ReservationView"][];
            /**
             * Reserved Minor
             * @description Held for draws, and ordered to be paid out
             */
            reserved_minor: number;
            /** Sequence */
            sequence: number;
            status: components["schemas"]["LineStatus"];
        };
        /**
         * ChangeStatus
         * @description Only an APPROVED change has a row.
         * @enum {string}
         */
        loan_servicekit__core__parameters__ChangeStatus: "PROPOSED" | "APPROVED" | "REJECTED" | "WITHDRAWN";
        /**
         * LoanChangeView
         * @description A change that one person asked for and another one decides.
         */
        LoanChangeView: {
            /** Change */
            change: components["schemas"]["Extension"] | components["schemas"]["RateAgreed"] | components["schemas"]["InterestPause"] | components["schemas"]["PaymentHoliday"] | components["schemas"]["Waiver"] | components["schemas"]["Restructuring"] | components["schemas"]["Acceleration"] | components["schemas"]["WriteOff"] | components["schemas"]["DebtSettlement"] | components["schemas"]["ClaimTransfer"] | components["schemas"]["Enforcement"] | components["schemas"]["Upgrade"] | components["schemas"]["Repricing"];
            /** Decided At */
            decided_at: string | null;
            /** Decided By */
            decided_by: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            kind: components["schemas"]["ChangeKind"];
            /**
             * Loan Id
             * Format: uuid
             */
            loan_id: string;
            /**
             * Process Code
             * @description The approval process that decides it; else another person
             */
            process_code: string | null;
            /** Reason */
            reason: string;
            /**
             * Requested At
             * Format: date-time
             */
            requested_at: string;
            /** Requested By */
            requested_by: string;
            /**
             * Reverses
             * @description The change that this one takes back
             */
            reverses: string | null;
            status: components["schemas"]["RequestStatus"];
            /**
             * Value Date
             * Format: date
             */
            value_date: string;
        };
        /**
         * LoanStatus
         * @description States of domain.md §15.1.
         * @enum {string}
         */
        LoanStatus: "PENDING" | "DISBURSING" | "FAILED" | "ACTIVE" | "OVERDUE" | "SETTLED" | "WRITTEN_OFF" | "TRANSFERRED";
        /**
         * LoanTaxView
         * @description An account of income of a loan: what was recognised, and the tax in it.
         */
        LoanTaxView: {
            /** Account */
            account: string;
            /** Income Minor */
            income_minor: number;
            /** Net Minor */
            net_minor: number;
            /** Vat Minor */
            vat_minor: number;
        };
        /**
         * LoanView
         * @description A loan as it stands on the open business day.
         */
        LoanView: {
            /**
             * Accrued Interest Minor
             * @description Of the running period, up to the open business day
             */
            accrued_interest_minor: number;
            /**
             * Annual Rate
             * @description That of the day; days of a pause bear none
             */
            annual_rate: string;
            /**
             * Application Id
             * Format: uuid
             */
            application_id: string;
            /** Branch */
            branch: string;
            /** Bucket */
            bucket: string;
            /**
             * Cap Excess Minor
             * @description Late charges beyond the line on all charges, waived as they arose
             */
            cap_excess_minor: number;
            /** Contract No */
            contract_no: string;
            /** Currency */
            currency: string;
            /**
             * Customer Id
             * Format: uuid
             */
            customer_id: string;
            /** Dpd */
            dpd: number;
            /**
             * Due Minor
             * @description What has to be paid on the open business day to owe nothing that is due, late charges included
             */
            due_minor: number;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Loan No */
            loan_no: string;
            /** Maturity Date */
            maturity_date: string | null;
            /** Non Accrual Since */
            non_accrual_since: string | null;
            /**
             * Off Balance Interest Minor
             * @description Of a non-performing loan: due and accrued, and no income
             */
            off_balance_interest_minor: number;
            /** Outstanding Principal Minor */
            outstanding_principal_minor: number;
            /** Principal Minor */
            principal_minor: number;
            /** Product Code */
            product_code: string;
            /** @description What was agreed on the schedule beside amount, rate and method */
            repayment: components["schemas"]["RepaymentTerms"];
            repayment_method: components["schemas"]["RepaymentMethod"];
            /** Sequence */
            sequence: number;
            status: components["schemas"]["LoanStatus"];
            /** Suspense Minor */
            suspense_minor: number;
            /** Term Months */
            term_months: number;
            /** Value Date */
            value_date: string | null;
            /**
             * Waived Minor
             * @description What was let go of it so far, principal included
             */
            waived_minor: number;
            /**
             * Written Off Minor
             * @description The principal that was written off
             */
            written_off_minor: number;
        };
        /**
         * MadeByView
         * @description The event that made a version.
         */
        MadeByView: {
            /** @description What was changed, where it was a change */
            change: components["schemas"]["ChangeKind"] | null;
            /**
             * Event Id
             * Format: uuid
             * @description Of the repayment, or of the change
             */
            event_id: string;
            /** @description A reversal takes something back */
            kind: components["schemas"]["EventKind"];
            /**
             * Recorded On
             * Format: date
             * @description The business day on which it was learnt
             */
            recorded_on: string;
            /**
             * Value Date
             * Format: date
             * @description The day that it counts from
             */
            value_date: string;
        };
        /**
         * MigrationView
         * @description From each class to each between two days (R-4.25).
         */
        MigrationView: {
            /**
             * Downgraded
             * @description By class: what became worse, of what is left of its opening balance (迁徙率)
             */
            downgraded: {
                [key: string]: string | null;
            };
            /**
             * First
             * Format: date
             */
            first: string;
            /**
             * Last
             * Format: date
             */
            last: string;
            /** Moves */
            moves: components["schemas"]["MoveView"][];
        };
        /**
         * MoveBody
         * @description What is left over on a loan, and the loan of the same customer that it goes to.
         */
        MoveBody: {
            /**
             * Amount Minor
             * @example 20000
             */
            amount_minor: number;
            /**
             * Reason
             * @example The payer sent it twice
             */
            reason: string;
            /**
             * To Loan Id
             * Format: uuid
             */
            to_loan_id: string;
            /**
             * Value Date
             * @description From when it counts on both loans; absent: the open business day
             */
            value_date?: string | null;
        };
        /**
         * MoveView
         * @description Loans that went from one class to another; `to_class` absent: they have ended.
         */
        MoveView: {
            /** From Class */
            from_class: string;
            /** Loans */
            loans: number;
            /** Now Minor */
            now_minor: number;
            /** To Class */
            to_class: string | null;
            /** Was Minor */
            was_minor: number;
        };
        /**
         * NextDueView
         * @description The instalment that falls due next.
         */
        NextDueView: {
            /**
             * Due On
             * Format: date
             */
            due_on: string;
            /** Number */
            number: number;
            /** Total Minor */
            total_minor: number;
        };
        /**
         * Occasion
         * @description Why it is made.
         * @enum {string}
         */
        Occasion: "AUTO" | "OWN";
        /**
         * OwnLineView
         * @description A line of one's own on the open business day.
         */
        OwnLineView: {
            /** Annual Rate */
            annual_rate: string;
            /**
             * Application Id
             * Format: uuid
             */
            application_id: string;
            /**
             * Available Minor
             * @description What can be drawn on the day
             */
            available_minor: number;
            /** Contract No */
            contract_no: string;
            /** Currency */
            currency: string;
            /**
             * Expires On
             * Format: date
             * @description From this day on nothing is drawn, and everything is due
             */
            expires_on: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Limit Minor */
            limit_minor: number;
            /**
             * Opens On
             * Format: date
             */
            opens_on: string;
            /**
             * Outstanding Principal Minor
             * @description What its loans owe
             */
            outstanding_principal_minor: number;
            /** Product Code */
            product_code: string;
            /** Reservations */
            reservations: components["schemas"]["ReservationView"][];
            /**
             * Reserved Minor
             * @description Held for draws, and ordered to be paid out
             */
            reserved_minor: number;
            /** Sequence */
            sequence: number;
            status: components["schemas"]["LineStatus"];
        };
        /**
         * OwnLoanView
         * @description A loan of one's own as it stands on the open business day.
         */
        OwnLoanView: {
            /**
             * Accrued Interest Minor
             * @description Of the running period, not due yet
             */
            accrued_interest_minor: number;
            /** Annual Rate */
            annual_rate: string;
            /**
             * Application Id
             * Format: uuid
             */
            application_id: string;
            /**
             * Business Date
             * Format: date
             * @description The day that all this is of
             */
            business_date: string;
            /** Contract No */
            contract_no: string;
            /** Currency */
            currency: string;
            /**
             * Due Minor
             * @description What has to be paid on it to owe nothing that is due, late charges included
             */
            due_minor: number;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Left Over Minor
             * @description Paid beyond what was due: it pays what falls due next
             */
            left_over_minor: number;
            /** Loan No */
            loan_no: string;
            /** Maturity Date */
            maturity_date: string | null;
            next_due: components["schemas"]["NextDueView"] | null;
            /** Outstanding Principal Minor */
            outstanding_principal_minor: number;
            /** Overdue Days */
            overdue_days: number;
            /** Principal Minor */
            principal_minor: number;
            /** Product Code */
            product_code: string;
            repayment_method: components["schemas"]["RepaymentMethod"];
            /** Sequence */
            sequence: number;
            /** Settled On */
            settled_on: string | null;
            status: components["schemas"]["LoanStatus"];
            /** Term Months */
            term_months: number;
            /** Value Date */
            value_date: string | null;
        };
        /**
         * OwnRepaymentView
         * @description A repayment and what it paid.
         */
        OwnRepaymentView: {
            /** Allocation */
            allocation: components["schemas"]["AllocationLineView"][];
            /** Amount Minor */
            amount_minor: number;
            /**
             * Received On
             * Format: date
             */
            received_on: string;
            /** Reference */
            reference: string | null;
            /**
             * Repayment Id
             * Format: uuid
             */
            repayment_id: string;
            /**
             * Reversed
             * @description Taken back, as a debit that the bank has returned
             */
            reversed: boolean;
        };
        /** Page[AccountView] */
        Page_AccountView_: {
            /** Items */
            items: components["schemas"]["AccountView"][];
            /**
             * Next Cursor
             * @description Give it back as `cursor` for the next page; absent on the last
             */
            next_cursor?: string | null;
        };
        /** Page[BreakView] */
        Page_BreakView_: {
            /** Items */
            items: components["schemas"]["BreakView"][];
            /**
             * Next Cursor
             * @description Give it back as `cursor` for the next page; absent on the last
             */
            next_cursor?: string | null;
        };
        /** Page[BureauMonthView] */
        Page_BureauMonthView_: {
            /** Items */
            items: components["schemas"]["BureauMonthView"][];
            /**
             * Next Cursor
             * @description Give it back as `cursor` for the next page; absent on the last
             */
            next_cursor?: string | null;
        };
        /** Page[ClassificationRequestView] */
        Page_ClassificationRequestView_: {
            /** Items */
            items: components["schemas"]["ClassificationRequestView"][];
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
        /** Page[DebitRunView] */
        Page_DebitRunView_: {
            /** Items */
            items: components["schemas"]["DebitRunView"][];
            /**
             * Next Cursor
             * @description Give it back as `cursor` for the next page; absent on the last
             */
            next_cursor?: string | null;
        };
        /** Page[DebitView] */
        Page_DebitView_: {
            /** Items */
            items: components["schemas"]["DebitView"][];
            /**
             * Next Cursor
             * @description Give it back as `cursor` for the next page; absent on the last
             */
            next_cursor?: string | null;
        };
        /** Page[DuePurposeView] */
        Page_DuePurposeView_: {
            /** Items */
            items: components["schemas"]["DuePurposeView"][];
            /**
             * Next Cursor
             * @description Give it back as `cursor` for the next page; absent on the last
             */
            next_cursor?: string | null;
        };
        /** Page[LedgerEntryView] */
        Page_LedgerEntryView_: {
            /** Items */
            items: components["schemas"]["LedgerEntryView"][];
            /**
             * Next Cursor
             * @description Give it back as `cursor` for the next page; absent on the last
             */
            next_cursor?: string | null;
        };
        /** Page[LineView] */
        Page_LineView_: {
            /** Items */
            items: components["schemas"]["LineView"][];
            /**
             * Next Cursor
             * @description Give it back as `cursor` for the next page; absent on the last
             */
            next_cursor?: string | null;
        };
        /** Page[LoanChangeView] */
        Page_LoanChangeView_: {
            /** Items */
            items: components["schemas"]["LoanChangeView"][];
            /**
             * Next Cursor
             * @description Give it back as `cursor` for the next page; absent on the last
             */
            next_cursor?: string | null;
        };
        /** Page[LoanTaxView] */
        Page_LoanTaxView_: {
            /** Items */
            items: components["schemas"]["LoanTaxView"][];
            /**
             * Next Cursor
             * @description Give it back as `cursor` for the next page; absent on the last
             */
            next_cursor?: string | null;
        };
        /** Page[LoanView] */
        Page_LoanView_: {
            /** Items */
            items: components["schemas"]["LoanView"][];
            /**
             * Next Cursor
             * @description Give it back as `cursor` for the next page; absent on the last
             */
            next_cursor?: string | null;
        };
        /** Page[OwnLineView] */
        Page_OwnLineView_: {
            /** Items */
            items: components["schemas"]["OwnLineView"][];
            /**
             * Next Cursor
             * @description Give it back as `cursor` for the next page; absent on the last
             */
            next_cursor?: string | null;
        };
        /** Page[OwnLoanView] */
        Page_OwnLoanView_: {
            /** Items */
            items: components["schemas"]["OwnLoanView"][];
            /**
             * Next Cursor
             * @description Give it back as `cursor` for the next page; absent on the last
             */
            next_cursor?: string | null;
        };
        /** Page[OwnRepaymentView] */
        Page_OwnRepaymentView_: {
            /** Items */
            items: components["schemas"]["OwnRepaymentView"][];
            /**
             * Next Cursor
             * @description Give it back as `cursor` for the next page; absent on the last
             */
            next_cursor?: string | null;
        };
        /** Page[PaperView] */
        Page_PaperView_: {
            /** Items */
            items: components["schemas"]["PaperView"][];
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
        /** Page[PayOutView] */
        Page_PayOutView_: {
            /** Items */
            items: components["schemas"]["PayOutView"][];
            /**
             * Next Cursor
             * @description Give it back as `cursor` for the next page; absent on the last
             */
            next_cursor?: string | null;
        };
        /** Page[PeriodView] */
        Page_PeriodView_: {
            /** Items */
            items: components["schemas"]["PeriodView"][];
            /**
             * Next Cursor
             * @description Give it back as `cursor` for the next page; absent on the last
             */
            next_cursor?: string | null;
        };
        /** Page[QuoteView] */
        Page_QuoteView_: {
            /** Items */
            items: components["schemas"]["QuoteView"][];
            /**
             * Next Cursor
             * @description Give it back as `cursor` for the next page; absent on the last
             */
            next_cursor?: string | null;
        };
        /** Page[RepaymentEntryView] */
        Page_RepaymentEntryView_: {
            /** Items */
            items: components["schemas"]["RepaymentEntryView"][];
            /**
             * Next Cursor
             * @description Give it back as `cursor` for the next page; absent on the last
             */
            next_cursor?: string | null;
        };
        /** Page[RepaymentRequestView] */
        Page_RepaymentRequestView_: {
            /** Items */
            items: components["schemas"]["RepaymentRequestView"][];
            /**
             * Next Cursor
             * @description Give it back as `cursor` for the next page; absent on the last
             */
            next_cursor?: string | null;
        };
        /** Page[ScheduleVersionView] */
        Page_ScheduleVersionView_: {
            /** Items */
            items: components["schemas"]["ScheduleVersionView"][];
            /**
             * Next Cursor
             * @description Give it back as `cursor` for the next page; absent on the last
             */
            next_cursor?: string | null;
        };
        /** Page[SetAsideView] */
        Page_SetAsideView_: {
            /** Items */
            items: components["schemas"]["SetAsideView"][];
            /**
             * Next Cursor
             * @description Give it back as `cursor` for the next page; absent on the last
             */
            next_cursor?: string | null;
        };
        /** Page[StaffAgreementView] */
        Page_StaffAgreementView_: {
            /** Items */
            items: components["schemas"]["StaffAgreementView"][];
            /**
             * Next Cursor
             * @description Give it back as `cursor` for the next page; absent on the last
             */
            next_cursor?: string | null;
        };
        /** Page[StaffDebitView] */
        Page_StaffDebitView_: {
            /** Items */
            items: components["schemas"]["StaffDebitView"][];
            /**
             * Next Cursor
             * @description Give it back as `cursor` for the next page; absent on the last
             */
            next_cursor?: string | null;
        };
        /** Page[StatementView] */
        Page_StatementView_: {
            /** Items */
            items: components["schemas"]["StatementView"][];
            /**
             * Next Cursor
             * @description Give it back as `cursor` for the next page; absent on the last
             */
            next_cursor?: string | null;
        };
        /**
         * PaperCheckBody
         * @description What stands on a paper that somebody holds.
         */
        PaperCheckBody: {
            /**
             * Code
             * @example Q7K2-M9TD-44XB
             */
            code: string;
            /**
             * Number
             * @example DZ202611300A1B2C3D
             */
            number: string;
        };
        /**
         * PaperKind
         * @description Kinds of papers.
         * @enum {string}
         */
        PaperKind: "STATEMENT" | "SETTLEMENT_CERTIFICATE";
        /**
         * PaperView
         * @description A paper. Whoever holds it can have it checked by its number and code.
         */
        PaperView: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Issued At
             * Format: date-time
             */
            issued_at: string;
            /**
             * Issued On
             * Format: date
             * @description The business day
             */
            issued_on: string;
            kind: components["schemas"]["PaperKind"];
            /**
             * Loan Id
             * Format: uuid
             */
            loan_id: string;
            /**
             * Number
             * @example DZ202611300A1B2C3D
             */
            number: string;
            /**
             * Verification Code
             * @example Q7K2-M9TD-44XB
             */
            verification_code: string;
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
            status: components["schemas"]["loan_servicekit__core__parameters__ChangeStatus"];
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
         * PauseView
         * @description Days that do not count, first and last included.
         */
        PauseView: {
            /**
             * First
             * Format: date
             */
            first: string;
            /**
             * Last
             * Format: date
             */
            last: string;
        };
        /**
         * PaymentHoliday
         * @description So many of the next instalments are not asked for, or their interest alone is.
         */
        PaymentHoliday: {
            /** Instalments */
            instalments: number;
            /**
             * Kind
             * @default PAYMENT_HOLIDAY
             * @constant
             */
            kind?: "PAYMENT_HOLIDAY";
            /**
             * Principal Only
             * @default false
             */
            principal_only?: boolean;
        };
        /**
         * PaymentHolidayBody
         * @description 延期还款: the next instalments are not asked for.
         */
        PaymentHolidayBody: {
            /**
             * Instalments
             * @example 2
             */
            instalments: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "PAYMENT_HOLIDAY";
            /**
             * Principal Only
             * @description Interest is asked for as before
             * @default false
             */
            principal_only?: boolean;
        };
        /**
         * PaymentInstructionView
         * @description How to pay: so much to this account under this mark. The mark says whose money it is.
         */
        PaymentInstructionView: {
            /**
             * Account
             * @description Payee, bank and account of the lender; absent: ask at the counter
             */
            account: string | null;
            /**
             * Amount Minor
             * @description What is due today
             */
            amount_minor: number;
            /** Reference */
            reference: string;
        };
        /**
         * PayOutView
         * @description A pay-out that a person releases. Its id is that of the payment that follows.
         */
        PayOutView: {
            /** Amount Minor */
            amount_minor: number;
            /**
             * Asked By
             * @description Who has asked for another try; absent: the first one
             */
            asked_by: string | null;
            /** Branch */
            branch: string;
            /** Conditions */
            conditions: components["schemas"]["ConditionView"][];
            /** Decided At */
            decided_at: string | null;
            /** Decided By */
            decided_by: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Loan Id
             * Format: uuid
             */
            loan_id: string;
            /** Reason */
            reason: string | null;
            status: components["schemas"]["ReleaseStatus"];
            /**
             * Waiting Since
             * Format: date-time
             */
            waiting_since: string;
        };
        /**
         * PeriodStatus
         * @description A month of which nobody has said anything is open.
         * @enum {string}
         */
        PeriodStatus: "OPEN" | "CLOSED";
        /**
         * PeriodUnit
         * @description What a period of repayment is a number of (domain.md §3.1).
         * @enum {string}
         */
        PeriodUnit: "MONTH" | "WEEK" | "DAY";
        /**
         * PeriodView
         * @description A month of the books. `wanted` is what was asked for and waits for another person.
         */
        PeriodView: {
            /** Decided At */
            decided_at: string | null;
            /** Decided By */
            decided_by: string | null;
            /** Period */
            period: string;
            /** Reason */
            reason: string | null;
            /** Requested At */
            requested_at: string | null;
            /** Requested By */
            requested_by: string | null;
            status: components["schemas"]["PeriodStatus"];
            wanted: components["schemas"]["PeriodStatus"] | null;
        };
        /**
         * PlannedRowView
         * @description What an instalment of a version asks, not what was paid.
         */
        PlannedRowView: {
            /** Balance Minor */
            balance_minor: number;
            /**
             * Due On
             * Format: date
             */
            due_on: string;
            /** Fee Minor */
            fee_minor: number;
            /** Interest Minor */
            interest_minor: number;
            /** Number */
            number: number;
            /** Principal Minor */
            principal_minor: number;
            /**
             * Starts On
             * Format: date
             */
            starts_on: string;
        };
        /**
         * PortfolioLine
         * @description Running loans of one class, stage and bucket.
         */
        PortfolioLine: {
            /** Bucket */
            bucket: string;
            /** Expected Loss Minor */
            expected_loss_minor: number;
            /** Loans */
            loans: number;
            /** Outstanding Minor */
            outstanding_minor: number;
            /** Overdue Minor */
            overdue_minor: number;
            /** Risk Class */
            risk_class: string;
            /** Stage */
            stage: number;
        };
        /**
         * PortfolioView
         * @description All running loans at the end of a day; ratios in percent, absent where there is nothing to divide by.
         */
        PortfolioView: {
            /**
             * Allowance Minor
             * @description Set aside in the general ledger by the end of the day
             */
            allowance_minor: number;
            /** Branch */
            branch: string | null;
            /**
             * Coverage
             * @description 拨备覆盖率, R-4.13
             */
            coverage: string | null;
            /**
             * Day
             * Format: date
             */
            day: string;
            /** Expected Loss Minor */
            expected_loss_minor: number;
            /** Lines */
            lines: components["schemas"]["PortfolioLine"][];
            /** Loans */
            loans: number;
            /**
             * Npl Ratio
             * @description 不良贷款率, R-4.12
             */
            npl_ratio: string | null;
            /** Outstanding Minor */
            outstanding_minor: number;
            /**
             * Overdue 90 To Npl
             * @description 逾期90天以上贷款 / 不良贷款, R-4.16
             */
            overdue_90_to_npl: string | null;
            /**
             * Provision Ratio
             * @description 贷款拨备率, R-4.14
             */
            provision_ratio: string | null;
        };
        /**
         * AgreementView
         * @description An agreement to collect what is due from the borrower's card.
         */
        postloan_svc__api__debits__views__AgreementView: {
            /**
             * Agreed At
             * Format: date-time
             */
            agreed_at: string;
            /**
             * Code
             * @description Of a refusal: the network's code
             */
            code: string | null;
            end_reason: components["schemas"]["AgreementEnd"] | null;
            /** Ended At */
            ended_at: string | null;
            /**
             * Frozen At
             * @description Since then nothing is collected, until it goes on
             */
            frozen_at: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Parts */
            parts: boolean;
            /** Refused Because */
            refused_because: string | null;
            /** Signed At */
            signed_at: string | null;
            status: components["schemas"]["AgreementStatus"];
            /** Text Version */
            text_version: string;
        };
        /**
         * AgreementView
         * @description An account of loans: what their postings say, and what the ledger says.
         */
        postloan_svc__api__general_ledger__views__AgreementView: {
            /** Account */
            account: string;
            /** Ledger Minor */
            ledger_minor: number;
            /** Loans Minor */
            loans_minor: number;
        };
        /**
         * RequestKind
         * @description What is asked for.
         * @enum {string}
         */
        postloan_svc__domain__classification__requests__RequestKind: "SIGN" | "SIGN_CLEARED" | "OVERRIDE" | "OVERRIDE_LIFTED" | "UPGRADE" | "RESTRUCTURED" | "PAUSE" | "PAUSE_ENDED";
        /**
         * ChangeStatus
         * @description Decided once.
         * @enum {string}
         */
        postloan_svc__domain__general_ledger__chart__ChangeStatus: "REQUESTED" | "MADE" | "REJECTED";
        /**
         * RequestKind
         * @description What is asked for.
         * @enum {string}
         */
        postloan_svc__domain__servicing__requests__RequestKind: "RELEASE" | "REVERSAL" | "MOVE";
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
         * PurposeBody
         * @description What was found about the use of a loan's money.
         */
        PurposeBody: {
            /**
             * Evidence
             * @example Insurance policy 4711, file 12
             */
            evidence: string;
            result: components["schemas"]["PurposeResult"];
        };
        /**
         * PurposeCheckView
         * @description What was found, by whom and when.
         */
        PurposeCheckView: {
            /**
             * Checked At
             * Format: date-time
             */
            checked_at: string;
            /** Checked By */
            checked_by: string;
            /**
             * Due On
             * Format: date
             */
            due_on: string;
            /** Evidence */
            evidence: string;
            /**
             * Loan Id
             * Format: uuid
             */
            loan_id: string;
            result: components["schemas"]["PurposeResult"];
        };
        /**
         * PurposeResult
         * @description What was found.
         * @enum {string}
         */
        PurposeResult: "PROVED" | "MISUSED";
        /**
         * QuoteBody
         * @description What shall be repaid before its term.
         */
        QuoteBody: {
            /**
             * @description What a part changes
             * @default SHORTER_TERM
             */
            effect?: components["schemas"]["Effect"];
            /**
             * Pay By
             * @description Up to when it holds; absent: the open business day
             */
            pay_by?: string | null;
            /**
             * Principal Minor
             * @description Absent: all of it
             * @example 100000
             */
            principal_minor?: number | null;
        };
        /**
         * QuotedRepaymentBody
         * @description Money that came in, for what falls due or as it was quoted.
         */
        QuotedRepaymentBody: {
            /**
             * Amount Minor
             * @example 888488
             */
            amount_minor: number;
            /**
             * Currency
             * @description ISO 4217
             * @default CNY
             * @example CNY
             */
            currency?: string;
            /**
             * Designated
             * @description Instalments that the payer wants paid first
             * @default []
             * @example [
             *       2
             *     ]
             */
            designated?: number[];
            /**
             * Quote Id
             * @description What was quoted for repaying before the term
             */
            quote_id?: string | null;
            /**
             * Received On
             * @description Absent: the open business day
             */
            received_on?: string | null;
            /**
             * Reference
             * @description The bank's or payer's own mark; unique
             * @example 2026022100017
             */
            reference: string;
            /**
             * @description How it came
             * @example TRANSFER
             */
            source: components["schemas"]["Source"];
        };
        /**
         * QuotedRowView
         * @description A row of the schedule that holds after the quoted repayment.
         */
        QuotedRowView: {
            /** Balance Minor */
            balance_minor: number;
            /**
             * Due On
             * Format: date
             */
            due_on: string;
            /** Fee Minor */
            fee_minor: number;
            /** Interest Minor */
            interest_minor: number;
            /** Number */
            number: number;
            /** Principal Minor */
            principal_minor: number;
        };
        /**
         * QuoteView
         * @description What repaying before the term costs, up to a day: who pays the total by then has repaid the principal.
         */
        QuoteView: {
            /**
             * Due Minor
             * @description What has fallen due by then, late charges included
             */
            due_minor: number;
            /** @description Absent: the loan ends */
            effect: components["schemas"]["Effect"] | null;
            /** Fee Minor */
            fee_minor: number;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Interest Minor */
            interest_minor: number;
            /**
             * Loan Id
             * Format: uuid
             */
            loan_id: string;
            /**
             * Pay By
             * Format: date
             */
            pay_by: string;
            /** Principal Minor */
            principal_minor: number;
            /**
             * Quoted At
             * Format: date-time
             */
            quoted_at: string;
            /** Quoted By */
            quoted_by: string;
            /**
             * Repayment Id
             * @description The repayment that took it up
             */
            repayment_id: string | null;
            /** Schedule */
            schedule: components["schemas"]["QuotedRowView"][];
            /**
             * Suspense Minor
             * @description What was left over from before, and is taken off
             */
            suspense_minor: number;
            /** Total Minor */
            total_minor: number;
            /**
             * Valid From
             * Format: date
             */
            valid_from: string;
        };
        /**
         * RateAgreed
         * @description Another annual rate from the day on (R-2.18).
         */
        RateAgreed: {
            /** Annual Rate */
            annual_rate: string;
            /**
             * Kind
             * @default RATE
             * @constant
             */
            kind?: "RATE";
        };
        /**
         * RateBody
         * @description Another annual rate.
         */
        RateBody: {
            /**
             * Annual Rate
             * @description Annual rate as a decimal: 0.072 is 7.2 %
             * @example 0.072
             */
            annual_rate: number | string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "RATE";
        };
        /**
         * RateStep
         * @description Another annual rate that was agreed at signing, from a number of months after the value date on.
         */
        RateStep: {
            /**
             * After Months
             * @description Once so many months have passed
             * @example 12
             */
            after_months: number;
            /**
             * Annual Rate
             * @description Annual rate as a decimal: 0.072 is 7.2 %
             * @example 0.072
             */
            annual_rate: string;
        };
        /**
         * ReasonBody
         * @description Why.
         */
        ReasonBody: {
            /**
             * Reason
             * @example Monthly allowance
             */
            reason: string;
        };
        /**
         * ReconciliationView
         * @description Books and ledger at the end of a day. `breaks` are accounts in which a loan differs from its own books.
         */
        ReconciliationView: {
            /** Accounts */
            accounts: components["schemas"]["postloan_svc__api__general_ledger__views__AgreementView"][];
            /** Agrees */
            agrees: boolean;
            /** Breaks */
            breaks: number;
            /**
             * Business Date
             * Format: date
             */
            business_date: string;
        };
        /**
         * RefusalBody
         * @description Why no money goes.
         */
        RefusalBody: {
            /**
             * Reason
             * @example The insurance has lapsed
             */
            reason: string;
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
         * ReleaseBody
         * @description Money beyond what the loan can cost, and why it is no mistake.
         */
        ReleaseBody: {
            /**
             * Amount Minor
             * @example 888488
             */
            amount_minor: number;
            /**
             * Currency
             * @description ISO 4217
             * @default CNY
             * @example CNY
             */
            currency?: string;
            /**
             * Reason
             * @example The payer sent it twice
             */
            reason: string;
            /**
             * Received On
             * @description Absent: the open business day
             */
            received_on?: string | null;
            /**
             * Reference
             * @description The bank's or payer's own mark; unique
             * @example 2026022100017
             */
            reference: string;
            /**
             * @description How it came
             * @example TRANSFER
             */
            source: components["schemas"]["Source"];
        };
        /**
         * ReleaseStatus
         * @description Decided once; another try of the pay-out has a release of its own.
         * @enum {string}
         */
        ReleaseStatus: "WAITING" | "RELEASED" | "REFUSED";
        /**
         * RepaymentEntryView
         * @description A repayment with its allocation; of several versions the last one counts. What suspense gave has no source.
         */
        RepaymentEntryView: {
            /** Allocation */
            allocation: components["schemas"]["AllocationLineView"][];
            /** Amount Minor */
            amount_minor: number;
            /**
             * Booked At
             * Format: date-time
             */
            booked_at: string;
            /** Profile */
            profile: string;
            /**
             * Received On
             * Format: date
             */
            received_on: string;
            /** Reference */
            reference: string | null;
            /**
             * Repayment Id
             * Format: uuid
             */
            repayment_id: string;
            /** Reversed */
            reversed: boolean;
            /** Source */
            source: string | null;
            /** Version */
            version: number;
        };
        /**
         * RepaymentMethod
         * @description Codes of domain.md §3.1.
         * @enum {string}
         */
        RepaymentMethod: "EQUAL_INSTALMENT" | "EQUAL_PRINCIPAL" | "INTEREST_FIRST" | "FLAT" | "AT_MATURITY" | "STAGED" | "BALLOON" | "REVOLVING";
        /**
         * RepaymentPeriod
         * @description How far due dates lie apart.
         */
        RepaymentPeriod: {
            /**
             * Count
             * @description So many units
             * @default 1
             * @example 2
             */
            count?: number;
            /**
             * @description Of months, weeks or days
             * @default MONTH
             */
            unit?: components["schemas"]["PeriodUnit"];
        };
        /**
         * RepaymentRequestView
         * @description What one person asks for and another one decides.
         */
        RepaymentRequestView: {
            /** Amount Minor */
            amount_minor: number | null;
            /** Decided At */
            decided_at: string | null;
            /** Decided By */
            decided_by: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            kind: components["schemas"]["postloan_svc__domain__servicing__requests__RequestKind"];
            /**
             * Loan Id
             * Format: uuid
             */
            loan_id: string;
            /** Reason */
            reason: string;
            /** Received On */
            received_on: string | null;
            /** Reference */
            reference: string | null;
            /**
             * Repayment Id
             * Format: uuid
             */
            repayment_id: string;
            /**
             * Requested At
             * Format: date-time
             */
            requested_at: string;
            /** Requested By */
            requested_by: string;
            source: components["schemas"]["Source"] | null;
            status: components["schemas"]["RequestStatus"];
            /**
             * To Loan Id
             * @description The loan that money is moved to, or was
             */
            to_loan_id: string | null;
        };
        /**
         * RepaymentTerms
         * @description What a contract agrees on its schedule beside amount, rate, months and method (domain.md §3.1, §3.2).
         */
        RepaymentTerms: {
            /**
             * Balloon Minor
             * @description What the last instalment of a BALLOON pays beside its own
             * @default 0
             * @example 1000000
             */
            balloon_minor?: number;
            /**
             * @description How days become a share of a year
             * @default ACT/360
             */
            day_count?: components["schemas"]["DayCount"];
            /**
             * Due Day
             * @description The day of the month that payments are due on; absent: the value date's
             */
            due_day?: number | null;
            /**
             * Due On
             * @description Of a STAGED whose dates were agreed one by one
             * @default []
             */
            due_on?: string[];
            /**
             * @description How far due dates lie apart
             * @default {
             *       "count": 1,
             *       "unit": "MONTH"
             *     }
             */
            every?: components["schemas"]["RepaymentPeriod"];
            /** @description How the rate moves; absent: it is fixed */
            floating?: components["schemas"]["FloatingRate"] | null;
            /**
             * @description What is not asked at the beginning
             * @default {
             *       "interest_free_periods": 0,
             *       "interest_periods": 0,
             *       "principal_periods": 0
             *     }
             */
            grace?: components["schemas"]["GraceTerms"];
            /**
             * Periods
             * @description How many there are, where they are weeks or days
             */
            periods?: number | null;
            /**
             * Principals
             * @description Of a STAGED: what each payment repays, in order
             * @default []
             */
            principals?: number[];
            /**
             * Rate Steps
             * @description Later rates, in order
             * @default []
             */
            rate_steps?: components["schemas"]["RateStep"][];
        };
        /**
         * RepaymentView
         * @description What became of a repayment: split by component, the excess in suspense.
         */
        RepaymentView: {
            /** Amount Minor */
            amount_minor: number;
            /** Excess Minor */
            excess_minor: number;
            /** Lines */
            lines: components["schemas"]["AllocationLineView"][];
            /** Profile */
            profile: string;
            /**
             * Received On
             * Format: date
             */
            received_on: string;
            /**
             * Repayment Id
             * Format: uuid
             */
            repayment_id: string;
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
         * Reprice
         * @description On which days a rate is read anew.
         * @enum {string}
         */
        Reprice: "ANNIVERSARY" | "FIRST_OF_JANUARY";
        /**
         * Repricing
         * @description The LPR that a day has read: nobody asks for it, the contract does (R-2.17).
         */
        Repricing: {
            /**
             * Kind
             * @default REPRICING
             * @constant
             */
            kind?: "REPRICING";
            /** Lpr */
            lpr: string;
        };
        /**
         * RequestKind
         * @description What is asked for.
         * @enum {string}
         */
        "RequestKind-Input": "SIGN" | "SIGN_CLEARED" | "OVERRIDE" | "OVERRIDE_LIFTED" | "UPGRADE" | "RESTRUCTURED" | "PAUSE" | "PAUSE_ENDED";
        /**
         * RequestStatus
         * @description Decided once.
         * @enum {string}
         */
        RequestStatus: "REQUESTED" | "APPROVED" | "REJECTED";
        /**
         * ReservationBody
         * @description So much shall be held.
         */
        ReservationBody: {
            /**
             * Amount Minor
             * @example 1000000
             */
            amount_minor: number;
            /**
             * Until
             * Format: date
             * @description The last day on which it is held
             */
            until: string;
        };
        /**
         * ReservationView
         * @description An amount that is held.
         */
        ReservationView: {
            /** Amount Minor */
            amount_minor: number;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Until
             * Format: date
             */
            until: string;
        };
        /**
         * Restructured
         * @description What restructuring asks for while it is observed (R-4.9).
         * @enum {string}
         */
        Restructured: "FROM_PERFORMING" | "AGAIN";
        /**
         * Restructuring
         * @description All principal, overdue or not, is repaid over so many months from the day on; what else is due waits for the
         *     first new due date.
         */
        Restructuring: {
            /** Annual Rate */
            annual_rate?: string | null;
            /**
             * Kind
             * @default RESTRUCTURING
             * @constant
             */
            kind?: "RESTRUCTURING";
            method?: components["schemas"]["RepaymentMethod"] | null;
            /** Months */
            months: number;
        };
        /**
         * RestructuringBody
         * @description 重组: what is owed is repaid over so many months from the day on; what was overdue is due anew.
         */
        RestructuringBody: {
            /**
             * Annual Rate
             * @description Absent: as it is
             */
            annual_rate?: (number | string) | null;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "RESTRUCTURING";
            /** @description Absent: as it is */
            method?: components["schemas"]["RepaymentMethod"] | null;
            /**
             * Months
             * @example 6
             */
            months: number;
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
         * ReversalBody
         * @description Why a repayment is taken back.
         */
        ReversalBody: {
            /**
             * Reason
             * @example The payer sent it twice
             */
            reason: string;
        };
        /**
         * RollRatesView
         * @description Roll rates between two days.
         */
        RollRatesView: {
            /** Buckets */
            buckets: components["schemas"]["RollView"][];
            /**
             * First
             * Format: date
             */
            first: string;
            /**
             * Last
             * Format: date
             */
            last: string;
            /**
             * M0 To M4
             * @description The product of the gross rates up to M4
             */
            m0_to_m4: string | null;
        };
        /**
         * RollView
         * @description A bucket on two days, and what came into it from the one before.
         */
        RollView: {
            /** Bucket */
            bucket: string;
            /**
             * Gross Rate
             * @description Its balance now, of the balance of the bucket before then (R-4.22)
             */
            gross_rate: string | null;
            /**
             * Net Rate
             * @description Of the same loans alone
             */
            net_rate: string | null;
            /** Now Minor */
            now_minor: number;
            /** Was Minor */
            was_minor: number;
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
         * ScenarioView
         * @description A state of the economy: its weight, and what it does to probability and loss.
         */
        ScenarioView: {
            /** Code */
            code: string;
            /** Lgd Factor */
            lgd_factor: string;
            /** Pd Factor */
            pd_factor: string;
            /** Weight */
            weight: string;
        };
        /**
         * ScheduleVersionView
         * @description A version of a loan's schedule, which is never changed (R-3.1).
         */
        ScheduleVersionView: {
            /**
             * Effective From
             * Format: date
             */
            effective_from: string;
            /** @description Absent: the first, which follows from the contract */
            made_by: components["schemas"]["MadeByView"] | null;
            /** Number */
            number: number;
        };
        /**
         * ScheduleView
         * @description The schedule of a loan; empty before the pay-out.
         */
        ScheduleView: {
            /** Instalments */
            instalments: components["schemas"]["InstalmentView"][];
            /**
             * Loan Id
             * Format: uuid
             */
            loan_id: string;
        };
        /**
         * SetAsideView
         * @description A loan that a run went on without. The next run tries it again.
         */
        SetAsideView: {
            /**
             * Loan Id
             * Format: uuid
             */
            loan_id: string;
            /** Problem */
            problem: string;
        };
        /**
         * Sign
         * @description What people have found out about a debtor or a loan; who says it and who agrees are two.
         * @enum {string}
         */
        Sign: "TECHNICAL" | "MISUSE" | "REFINANCED" | "NPL_ELSEWHERE" | "OVERDUE_ELSEWHERE" | "RATING_CUT" | "IMPAIRED" | "ASSESSED_LOSS" | "EVADING" | "BANKRUPT" | "FRAUD" | "DECEASED" | "WATCHED" | "EXTENDED";
        /**
         * SignView
         * @description What two people have found out about the debtor or the loan.
         */
        SignView: {
            /** Percent */
            percent: string | null;
            sign: components["schemas"]["Sign"];
            /**
             * Since
             * Format: date
             */
            since: string;
            /** Until */
            until: string | null;
        };
        /**
         * Source
         * @description How money came to us.
         * @enum {string}
         */
        Source: "COUNTER" | "BANK_FILE" | "TRANSFER" | "AUTO_DEBIT" | "CARD" | "OTHER_LOAN" | "UNKNOWN";
        /**
         * StaffAgreementView
         * @description The same for staff: who agreed, who froze it and why.
         */
        StaffAgreementView: {
            /**
             * Agreed At
             * Format: date-time
             */
            agreed_at: string;
            /** Agreed By */
            agreed_by: string;
            /**
             * Code
             * @description Of a refusal: the network's code
             */
            code: string | null;
            end_reason: components["schemas"]["AgreementEnd"] | null;
            /** Ended At */
            ended_at: string | null;
            /**
             * Frozen At
             * @description Since then nothing is collected, until it goes on
             */
            frozen_at: string | null;
            /** Frozen Because */
            frozen_because: string | null;
            /** Frozen By */
            frozen_by: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Parts */
            parts: boolean;
            /** Refused Because */
            refused_because: string | null;
            /** Signed At */
            signed_at: string | null;
            status: components["schemas"]["AgreementStatus"];
            /** Text Version */
            text_version: string;
        };
        /**
         * StaffDebitView
         * @description The same for staff.
         */
        StaffDebitView: {
            /** Agreement Id */
            agreement_id: string | null;
            /** Amount Minor */
            amount_minor: number;
            /**
             * Business Date
             * Format: date
             */
            business_date: string;
            /** Code */
            code: string | null;
            /** Currency */
            currency: string;
            /** Ended At */
            ended_at: string | null;
            /** Failed Because */
            failed_because: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            occasion: components["schemas"]["Occasion"];
            /**
             * Part
             * @description Which order of the attempt: less is asked for where there is not enough
             */
            part: number;
            /**
             * Problem
             * @description Why money that came, or went back, is not in the books as such: finance goes on
             */
            problem: string | null;
            /**
             * Repayment Id
             * @description The repayment that it is
             */
            repayment_id: string | null;
            /**
             * Requested At
             * Format: date-time
             */
            requested_at: string;
            /** Requested By */
            requested_by: string;
            /**
             * Slot
             * @description Of an automatic one: whose time of the day it is
             */
            slot: string | null;
            status: components["schemas"]["DebitStatus"];
        };
        /**
         * StatementBody
         * @description Of which days.
         */
        StatementBody: {
            /**
             * From Day
             * Format: date
             */
            from_day: string;
            /**
             * To Day
             * Format: date
             */
            to_day: string;
        };
        /**
         * StatementBreakView
         * @description A line that was not taken in, and why; its money is taken in by hand under the same reference, or sent back.
         */
        StatementBreakView: {
            /** Amount Minor */
            amount_minor: number;
            /** Code */
            code: string;
            /** Loan No */
            loan_no: string;
            /** Number */
            number: number;
            /** Reference */
            reference: string;
            /**
             * Taken Since
             * @description The money was taken in by hand meanwhile, under the same reference
             */
            taken_since: boolean;
        };
        /**
         * StatementView
         * @description A file, and what became of its lines.
         */
        StatementView: {
            /** Breaks */
            breaks: components["schemas"]["StatementBreakView"][];
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Imported At
             * Format: date-time
             */
            imported_at: string;
            /** Imported By */
            imported_by: string;
            /** Lines */
            lines: number;
            /** Sha256 */
            sha256: string;
            /** Taken */
            taken: number;
            /** Taken Minor */
            taken_minor: number;
            /** Total Minor */
            total_minor: number;
        };
        /**
         * Step
         * @description What a run is at, in the order of domain.md §15.2. The loans go through the first two shard by shard.
         * @enum {string}
         */
        Step: "ACCRUE" | "ADVANCE" | "END" | "POST" | "DONE";
        /**
         * Tenor
         * @description Which of the two published loan prime rates (LPR).
         * @enum {string}
         */
        Tenor: "1Y" | "5Y";
        /**
         * TransferBody
         * @description 债权转让: the claim is sold.
         */
        TransferBody: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "TRANSFER";
            /** Price Minor */
            price_minor: number;
            /**
             * Transferee
             * @description The institution that buys it
             * @example AMC-01
             */
            transferee: string;
        };
        /**
         * TrialBalanceLine
         * @description An account: what the day has moved, and its balance on one side or the other.
         */
        TrialBalanceLine: {
            /** Account */
            account: string;
            /**
             * Credit Minor
             * @description The balance, where it is a credit
             */
            credit_minor: number;
            /**
             * Credited Minor
             * @description On the day
             */
            credited_minor: number;
            /**
             * Debit Minor
             * @description The balance, where it is a debit
             */
            debit_minor: number;
            /**
             * Debited Minor
             * @description On the day
             */
            debited_minor: number;
            kind: components["schemas"]["AccountKind"];
            /** Name Zh */
            name_zh: string;
            /** Number */
            number: string;
        };
        /**
         * TrialBalanceView
         * @description The balances of all accounts at the end of a business day; both sides are the same.
         */
        TrialBalanceView: {
            /** Branch */
            branch: string | null;
            /**
             * Business Date
             * Format: date
             */
            business_date: string;
            /** Credit Minor */
            credit_minor: number;
            /** Debit Minor */
            debit_minor: number;
            /** Lines */
            lines: components["schemas"]["TrialBalanceLine"][];
            /**
             * Posted At
             * Format: date-time
             */
            posted_at: string;
        };
        /**
         * Upgrade
         * @description The loan performs again, as its classification has found: money is allocated as before (R-3.24).
         */
        Upgrade: {
            /**
             * Kind
             * @default UPGRADE
             * @constant
             */
            kind?: "UPGRADE";
        };
        /**
         * UpgradeBody
         * @description 上调: the loan performs again.
         */
        UpgradeBody: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "UPGRADE";
        };
        /**
         * VintagePointView
         * @description A cohort so many months later.
         */
        VintagePointView: {
            /** Bad Loans */
            bad_loans: number;
            /** Bad Minor */
            bad_minor: number;
            /**
             * Day
             * Format: date
             */
            day: string;
            /**
             * Mob
             * @description Months on book; 0: the end of the month of its pay-outs
             */
            mob: number;
            /**
             * Rate
             * @description Of what was lent
             */
            rate: string | null;
        };
        /**
         * VintagesView
         * @description Curves of cohorts: those more than so many days past due.
         */
        VintagesView: {
            /** Cohorts */
            cohorts: components["schemas"]["VintageView"][];
            /** Dpd Over */
            dpd_over: number;
        };
        /**
         * VintageView
         * @description The loans that were paid out in a month (R-4.21: current, by amount).
         */
        VintageView: {
            /**
             * Cohort
             * @example 2026-03
             */
            cohort: string;
            /** Lent Minor */
            lent_minor: number;
            /** Loans */
            loans: number;
            /** Points */
            points: components["schemas"]["VintagePointView"][];
        };
        /**
         * Waiver
         * @description So much of what is due is let go; principal is not (see DebtSettlement).
         */
        Waiver: {
            /**
             * Compound Minor
             * @default 0
             */
            compound_minor?: number;
            /**
             * Delay Minor
             * @default 0
             */
            delay_minor?: number;
            /**
             * Fee Minor
             * @default 0
             */
            fee_minor?: number;
            /**
             * Interest Minor
             * @default 0
             */
            interest_minor?: number;
            /**
             * Kind
             * @default WAIVER
             * @constant
             */
            kind?: "WAIVER";
            /**
             * Penalty Minor
             * @default 0
             */
            penalty_minor?: number;
        };
        /**
         * WaiverBody
         * @description 减免: so much of what is due is let go.
         */
        WaiverBody: {
            /**
             * Compound Minor
             * @default 0
             */
            compound_minor?: number;
            /**
             * Delay Minor
             * @default 0
             */
            delay_minor?: number;
            /**
             * Fee Minor
             * @default 0
             */
            fee_minor?: number;
            /**
             * Interest Minor
             * @default 0
             */
            interest_minor?: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "WAIVER";
            /**
             * Penalty Minor
             * @default 0
             */
            penalty_minor?: number;
        };
        /**
         * WholeVersionView
         * @description A version with its rows.
         */
        WholeVersionView: {
            /**
             * Effective From
             * Format: date
             */
            effective_from: string;
            /** Instalments */
            instalments: components["schemas"]["PlannedRowView"][];
            /** @description Absent: the first, which follows from the contract */
            made_by: components["schemas"]["MadeByView"] | null;
            /** Number */
            number: number;
        };
        /**
         * WriteOff
         * @description The loan leaves the balance sheet, the claim stays.
         */
        WriteOff: {
            /**
             * Kind
             * @default WRITE_OFF
             * @constant
             */
            kind?: "WRITE_OFF";
        };
        /**
         * WriteOffBody
         * @description 核销: the loan leaves the balance sheet, the claim stays.
         */
        WriteOffBody: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "WRITE_OFF";
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
    request_account_change: {
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
                 *       "code": "RENT_EXPENSE",
                 *       "kind": "EXPENSE",
                 *       "name_en": "Rent",
                 *       "name_zh": "业务及管理费-租金",
                 *       "number": "6602.01",
                 *       "reason": "The new office",
                 *       "taxable": true
                 *     }
                 */
                "application/json": components["schemas"]["AccountChangeBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "account": {
                     *         "code": "text",
                     *         "kind": "ASSET",
                     *         "name_en": "text",
                     *         "name_zh": "text",
                     *         "number": "text",
                     *         "of_loans": true,
                     *         "taxable": true
                     *       },
                     *       "decided_at": "2026-01-31T09:30:00Z",
                     *       "decided_by": "text",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "reason": "text",
                     *       "requested_at": "2026-01-31T09:30:00Z",
                     *       "requested_by": "text",
                     *       "status": "REQUESTED"
                     *     }
                     */
                    "application/json": components["schemas"]["AccountChangeView"];
                };
            };
        };
    };
    get_account_change: {
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
                     *       "account": {
                     *         "code": "text",
                     *         "kind": "ASSET",
                     *         "name_en": "text",
                     *         "name_zh": "text",
                     *         "number": "text",
                     *         "of_loans": true,
                     *         "taxable": true
                     *       },
                     *       "decided_at": "2026-01-31T09:30:00Z",
                     *       "decided_by": "text",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "reason": "text",
                     *       "requested_at": "2026-01-31T09:30:00Z",
                     *       "requested_by": "text",
                     *       "status": "REQUESTED"
                     *     }
                     */
                    "application/json": components["schemas"]["AccountChangeView"];
                };
            };
        };
    };
    approve_account_change: {
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
                     *       "account": {
                     *         "code": "text",
                     *         "kind": "ASSET",
                     *         "name_en": "text",
                     *         "name_zh": "text",
                     *         "number": "text",
                     *         "of_loans": true,
                     *         "taxable": true
                     *       },
                     *       "decided_at": "2026-01-31T09:30:00Z",
                     *       "decided_by": "text",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "reason": "text",
                     *       "requested_at": "2026-01-31T09:30:00Z",
                     *       "requested_by": "text",
                     *       "status": "REQUESTED"
                     *     }
                     */
                    "application/json": components["schemas"]["AccountChangeView"];
                };
            };
        };
    };
    reject_account_change: {
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
                     *       "account": {
                     *         "code": "text",
                     *         "kind": "ASSET",
                     *         "name_en": "text",
                     *         "name_zh": "text",
                     *         "number": "text",
                     *         "of_loans": true,
                     *         "taxable": true
                     *       },
                     *       "decided_at": "2026-01-31T09:30:00Z",
                     *       "decided_by": "text",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "reason": "text",
                     *       "requested_at": "2026-01-31T09:30:00Z",
                     *       "requested_by": "text",
                     *       "status": "REQUESTED"
                     *     }
                     */
                    "application/json": components["schemas"]["AccountChangeView"];
                };
            };
        };
    };
    list_accounts: {
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
                     *           "kind": "ASSET",
                     *           "name_en": "text",
                     *           "name_zh": "text",
                     *           "number": "text",
                     *           "of_loans": true,
                     *           "taxable": true
                     *         }
                     *       ],
                     *       "next_cursor": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["Page_AccountView_"];
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
                status?: components["schemas"]["ChangeStatus-Input"] | null;
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
    list_bank_statements: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before */
                cursor?: string | null;
                /** @description Items a page */
                limit?: number;
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
                     *           "breaks": [
                     *             {
                     *               "amount_minor": 5000000,
                     *               "code": "text",
                     *               "loan_no": "text",
                     *               "number": 1,
                     *               "reference": "text",
                     *               "taken_since": true
                     *             }
                     *           ],
                     *           "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "imported_at": "2026-01-31T09:30:00Z",
                     *           "imported_by": "text",
                     *           "lines": 1,
                     *           "sha256": "text",
                     *           "taken": 1,
                     *           "taken_minor": 5000000,
                     *           "total_minor": 5000000
                     *         }
                     *       ],
                     *       "next_cursor": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["Page_StatementView_"];
                };
            };
        };
    };
    import_bank_statement: {
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
                 *       "content": "record,reference,received_on,amount,currency,loan_no\nD,B1,2026-02-21,8884.88,CNY,HT1-01\nT,1,,8884.88,,\n"
                 *     }
                 */
                "application/json": components["schemas"]["BankStatementBody"];
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
                     *       "breaks": [
                     *         {
                     *           "amount_minor": 5000000,
                     *           "code": "text",
                     *           "loan_no": "text",
                     *           "number": 1,
                     *           "reference": "text",
                     *           "taken_since": true
                     *         }
                     *       ],
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "imported_at": "2026-01-31T09:30:00Z",
                     *       "imported_by": "text",
                     *       "lines": 1,
                     *       "sha256": "text",
                     *       "taken": 1,
                     *       "taken_minor": 5000000,
                     *       "total_minor": 5000000
                     *     }
                     */
                    "application/json": components["schemas"]["StatementView"];
                };
            };
        };
    };
    get_bank_statement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                statement_id: string;
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
                     *       "breaks": [
                     *         {
                     *           "amount_minor": 5000000,
                     *           "code": "text",
                     *           "loan_no": "text",
                     *           "number": 1,
                     *           "reference": "text",
                     *           "taken_since": true
                     *         }
                     *       ],
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "imported_at": "2026-01-31T09:30:00Z",
                     *       "imported_by": "text",
                     *       "lines": 1,
                     *       "sha256": "text",
                     *       "taken": 1,
                     *       "taken_minor": 5000000,
                     *       "total_minor": 5000000
                     *     }
                     */
                    "application/json": components["schemas"]["StatementView"];
                };
            };
        };
    };
    get_business_day: {
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
                     *       "business_date": "2026-01-31",
                     *       "closing": {
                     *         "accruals": 1,
                     *         "closed_at": "2026-01-31T09:30:00Z",
                     *         "day": "2026-01-31",
                     *         "due": 1,
                     *         "loans": 1,
                     *         "missed": 1,
                     *         "requested_by": "text",
                     *         "set_aside": 1,
                     *         "started_at": "2026-01-31T09:30:00Z",
                     *         "status": "REQUESTED",
                     *         "step": "ACCRUE"
                     *       },
                     *       "closing_asked_by": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["BusinessDayView"];
                };
            };
        };
    };
    get_day_closing: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                day: string;
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
                     *       "accruals": 1,
                     *       "closed_at": "2026-01-31T09:30:00Z",
                     *       "day": "2026-01-31",
                     *       "due": 1,
                     *       "loans": 1,
                     *       "missed": 1,
                     *       "requested_by": "text",
                     *       "set_aside": 1,
                     *       "started_at": "2026-01-31T09:30:00Z",
                     *       "status": "REQUESTED",
                     *       "step": "ACCRUE"
                     *     }
                     */
                    "application/json": components["schemas"]["DayClosingView"];
                };
            };
        };
    };
    close_business_day: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                day: string;
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
                     *       "accruals": 1,
                     *       "closed_at": "2026-01-31T09:30:00Z",
                     *       "day": "2026-01-31",
                     *       "due": 1,
                     *       "loans": 1,
                     *       "missed": 1,
                     *       "requested_by": "text",
                     *       "set_aside": 1,
                     *       "started_at": "2026-01-31T09:30:00Z",
                     *       "status": "REQUESTED",
                     *       "step": "ACCRUE"
                     *     }
                     */
                    "application/json": components["schemas"]["DayClosingView"];
                };
            };
        };
    };
    approve_day_closing: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                day: string;
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
                     *       "accruals": 1,
                     *       "closed_at": "2026-01-31T09:30:00Z",
                     *       "day": "2026-01-31",
                     *       "due": 1,
                     *       "loans": 1,
                     *       "missed": 1,
                     *       "requested_by": "text",
                     *       "set_aside": 1,
                     *       "started_at": "2026-01-31T09:30:00Z",
                     *       "status": "REQUESTED",
                     *       "step": "ACCRUE"
                     *     }
                     */
                    "application/json": components["schemas"]["DayClosingView"];
                };
            };
        };
    };
    reject_day_closing: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                day: string;
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
                     *       "accruals": 1,
                     *       "closed_at": "2026-01-31T09:30:00Z",
                     *       "day": "2026-01-31",
                     *       "due": 1,
                     *       "loans": 1,
                     *       "missed": 1,
                     *       "requested_by": "text",
                     *       "set_aside": 1,
                     *       "started_at": "2026-01-31T09:30:00Z",
                     *       "status": "REQUESTED",
                     *       "step": "ACCRUE"
                     *     }
                     */
                    "application/json": components["schemas"]["DayClosingView"];
                };
            };
        };
    };
    list_set_aside_loans: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before */
                cursor?: string | null;
                /** @description Items a page */
                limit?: number;
            };
            header?: never;
            path: {
                day: string;
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
                     *           "loan_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "problem": "text"
                     *         }
                     *       ],
                     *       "next_cursor": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["Page_SetAsideView_"];
                };
            };
        };
    };
    approve_classification_request: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                request_id: string;
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
                     *       "decided_at": "2026-01-31T09:30:00Z",
                     *       "decided_by": "text",
                     *       "first_day": "2026-01-31",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "kind": "SIGN",
                     *       "last_day": "2026-01-31",
                     *       "loan_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "pause_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "percent": "text",
                     *       "reason": "text",
                     *       "requested_at": "2026-01-31T09:30:00Z",
                     *       "requested_by": "text",
                     *       "sign": "TECHNICAL",
                     *       "status": "REQUESTED",
                     *       "to_class": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["ClassificationRequestView"];
                };
            };
        };
    };
    reject_classification_request: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                request_id: string;
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
                     *       "decided_at": "2026-01-31T09:30:00Z",
                     *       "decided_by": "text",
                     *       "first_day": "2026-01-31",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "kind": "SIGN",
                     *       "last_day": "2026-01-31",
                     *       "loan_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "pause_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "percent": "text",
                     *       "reason": "text",
                     *       "requested_at": "2026-01-31T09:30:00Z",
                     *       "requested_by": "text",
                     *       "sign": "TECHNICAL",
                     *       "status": "REQUESTED",
                     *       "to_class": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["ClassificationRequestView"];
                };
            };
        };
    };
    list_credit_lines: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before */
                cursor?: string | null;
                customer_id?: string | null;
                /** @description Items a page */
                limit?: number;
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
                     *           "annual_rate": "text",
                     *           "application_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "asked": {
                     *             "asked_at": "2026-01-31T09:30:00Z",
                     *             "asked_by": "text",
                     *             "freeze": true,
                     *             "reason": "text"
                     *           },
                     *           "available_minor": 5000000,
                     *           "branch": "text",
                     *           "contract_no": "text",
                     *           "currency": "text",
                     *           "customer_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "expires_on": "2026-01-31",
                     *           "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "limit_minor": 5000000,
                     *           "opens_on": "2026-01-31",
                     *           "outstanding_principal_minor": 5000000,
                     *           "product_code": "text",
                     *           "reservations": [
                     *             {
                     *               "amount_minor": 5000000,
                     *               "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *               "until": "2026-01-31"
                     *             }
                     *           ],
                     *           "reserved_minor": 5000000,
                     *           "sequence": 1,
                     *           "status": "OPEN"
                     *         }
                     *       ],
                     *       "next_cursor": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["Page_LineView_"];
                };
            };
        };
    };
    get_credit_line: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                line_id: string;
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
                     *       "annual_rate": "text",
                     *       "application_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "asked": {
                     *         "asked_at": "2026-01-31T09:30:00Z",
                     *         "asked_by": "text",
                     *         "freeze": true,
                     *         "reason": "text"
                     *       },
                     *       "available_minor": 5000000,
                     *       "branch": "text",
                     *       "contract_no": "text",
                     *       "currency": "text",
                     *       "customer_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "expires_on": "2026-01-31",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "limit_minor": 5000000,
                     *       "opens_on": "2026-01-31",
                     *       "outstanding_principal_minor": 5000000,
                     *       "product_code": "text",
                     *       "reservations": [
                     *         {
                     *           "amount_minor": 5000000,
                     *           "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "until": "2026-01-31"
                     *         }
                     *       ],
                     *       "reserved_minor": 5000000,
                     *       "sequence": 1,
                     *       "status": "OPEN"
                     *     }
                     */
                    "application/json": components["schemas"]["LineView"];
                };
            };
        };
    };
    draw_credit_line: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                line_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "amount_minor": 1000000,
                 *       "reservation_id": "5e0f4a1c-7d0b-4f0e-9d8e-2b1c0a9f8e7d"
                 *     }
                 */
                "application/json": components["schemas"]["DrawBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "accrued_interest_minor": 5000000,
                     *       "annual_rate": "text",
                     *       "application_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "branch": "text",
                     *       "bucket": "text",
                     *       "cap_excess_minor": 5000000,
                     *       "contract_no": "text",
                     *       "currency": "text",
                     *       "customer_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "dpd": 1,
                     *       "due_minor": 5000000,
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "loan_no": "text",
                     *       "maturity_date": "2026-01-31",
                     *       "non_accrual_since": "2026-01-31",
                     *       "off_balance_interest_minor": 5000000,
                     *       "outstanding_principal_minor": 5000000,
                     *       "principal_minor": 5000000,
                     *       "product_code": "text",
                     *       "repayment": {
                     *         "balloon_minor": 1000000,
                     *         "day_count": "ACT/360",
                     *         "due_day": 1,
                     *         "due_on": [
                     *           "2026-01-31"
                     *         ],
                     *         "every": {
                     *           "count": 2,
                     *           "unit": "MONTH"
                     *         },
                     *         "floating": {
                     *           "ceiling": "0.072",
                     *           "cycle_months": 1,
                     *           "floor": "0.072",
                     *           "lpr": "0.072",
                     *           "reprice": "ANNIVERSARY",
                     *           "spread_bp": 420,
                     *           "tenor": "1Y"
                     *         },
                     *         "grace": {
                     *           "interest_free_periods": 1,
                     *           "interest_periods": 1,
                     *           "principal_periods": 3
                     *         },
                     *         "periods": 1,
                     *         "principals": [
                     *           1000000
                     *         ],
                     *         "rate_steps": [
                     *           {
                     *             "after_months": 12,
                     *             "annual_rate": "0.072"
                     *           }
                     *         ]
                     *       },
                     *       "repayment_method": "EQUAL_INSTALMENT",
                     *       "sequence": 1,
                     *       "status": "PENDING",
                     *       "suspense_minor": 5000000,
                     *       "term_months": 1,
                     *       "value_date": "2026-01-31",
                     *       "waived_minor": 5000000,
                     *       "written_off_minor": 5000000
                     *     }
                     */
                    "application/json": components["schemas"]["LoanView"];
                };
            };
        };
    };
    ask_credit_line_freeze: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                line_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "freeze": true,
                 *       "reason": "经营异常，核实中"
                 *     }
                 */
                "application/json": components["schemas"]["LineFreezeBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "annual_rate": "text",
                     *       "application_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "asked": {
                     *         "asked_at": "2026-01-31T09:30:00Z",
                     *         "asked_by": "text",
                     *         "freeze": true,
                     *         "reason": "text"
                     *       },
                     *       "available_minor": 5000000,
                     *       "branch": "text",
                     *       "contract_no": "text",
                     *       "currency": "text",
                     *       "customer_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "expires_on": "2026-01-31",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "limit_minor": 5000000,
                     *       "opens_on": "2026-01-31",
                     *       "outstanding_principal_minor": 5000000,
                     *       "product_code": "text",
                     *       "reservations": [
                     *         {
                     *           "amount_minor": 5000000,
                     *           "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "until": "2026-01-31"
                     *         }
                     *       ],
                     *       "reserved_minor": 5000000,
                     *       "sequence": 1,
                     *       "status": "OPEN"
                     *     }
                     */
                    "application/json": components["schemas"]["LineView"];
                };
            };
        };
    };
    decide_credit_line_freeze: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                line_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "approve": true
                 *     }
                 */
                "application/json": components["schemas"]["FreezeDecisionBody"];
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
                     *       "annual_rate": "text",
                     *       "application_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "asked": {
                     *         "asked_at": "2026-01-31T09:30:00Z",
                     *         "asked_by": "text",
                     *         "freeze": true,
                     *         "reason": "text"
                     *       },
                     *       "available_minor": 5000000,
                     *       "branch": "text",
                     *       "contract_no": "text",
                     *       "currency": "text",
                     *       "customer_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "expires_on": "2026-01-31",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "limit_minor": 5000000,
                     *       "opens_on": "2026-01-31",
                     *       "outstanding_principal_minor": 5000000,
                     *       "product_code": "text",
                     *       "reservations": [
                     *         {
                     *           "amount_minor": 5000000,
                     *           "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "until": "2026-01-31"
                     *         }
                     *       ],
                     *       "reserved_minor": 5000000,
                     *       "sequence": 1,
                     *       "status": "OPEN"
                     *     }
                     */
                    "application/json": components["schemas"]["LineView"];
                };
            };
        };
    };
    reserve_credit_line: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                line_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "amount_minor": 1000000,
                 *       "until": "2026-01-31"
                 *     }
                 */
                "application/json": components["schemas"]["ReservationBody"];
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
                     *       "annual_rate": "text",
                     *       "application_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "asked": {
                     *         "asked_at": "2026-01-31T09:30:00Z",
                     *         "asked_by": "text",
                     *         "freeze": true,
                     *         "reason": "text"
                     *       },
                     *       "available_minor": 5000000,
                     *       "branch": "text",
                     *       "contract_no": "text",
                     *       "currency": "text",
                     *       "customer_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "expires_on": "2026-01-31",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "limit_minor": 5000000,
                     *       "opens_on": "2026-01-31",
                     *       "outstanding_principal_minor": 5000000,
                     *       "product_code": "text",
                     *       "reservations": [
                     *         {
                     *           "amount_minor": 5000000,
                     *           "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "until": "2026-01-31"
                     *         }
                     *       ],
                     *       "reserved_minor": 5000000,
                     *       "sequence": 1,
                     *       "status": "OPEN"
                     *     }
                     */
                    "application/json": components["schemas"]["LineView"];
                };
            };
        };
    };
    release_reservation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                line_id: string;
                reservation_id: string;
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
                     *       "annual_rate": "text",
                     *       "application_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "asked": {
                     *         "asked_at": "2026-01-31T09:30:00Z",
                     *         "asked_by": "text",
                     *         "freeze": true,
                     *         "reason": "text"
                     *       },
                     *       "available_minor": 5000000,
                     *       "branch": "text",
                     *       "contract_no": "text",
                     *       "currency": "text",
                     *       "customer_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "expires_on": "2026-01-31",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "limit_minor": 5000000,
                     *       "opens_on": "2026-01-31",
                     *       "outstanding_principal_minor": 5000000,
                     *       "product_code": "text",
                     *       "reservations": [
                     *         {
                     *           "amount_minor": 5000000,
                     *           "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "until": "2026-01-31"
                     *         }
                     *       ],
                     *       "reserved_minor": 5000000,
                     *       "sequence": 1,
                     *       "status": "OPEN"
                     *     }
                     */
                    "application/json": components["schemas"]["LineView"];
                };
            };
        };
    };
    list_debit_runs: {
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
                     *           "amount_minor": 5000000,
                     *           "business_date": "2026-01-31",
                     *           "debits": 1,
                     *           "ended_at": "2026-01-31T09:30:00Z",
                     *           "slot": "text"
                     *         }
                     *       ],
                     *       "next_cursor": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["Page_DebitRunView_"];
                };
            };
        };
    };
    get_gl_file: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                day: string;
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
                    "text/csv": string;
                };
            };
        };
    };
    get_journal_file: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                period: string;
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
                    "text/csv": string;
                };
            };
        };
    };
    request_journal: {
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
                 *       "branch": "310000-01",
                 *       "business_date": "2026-01-31",
                 *       "lines": [
                 *         {
                 *           "account": "IMPAIRMENT_LOSS",
                 *           "credit_minor": 0,
                 *           "debit_minor": 100000
                 *         },
                 *         {
                 *           "account": "LOAN_LOSS_ALLOWANCE",
                 *           "credit_minor": 100000,
                 *           "debit_minor": 0
                 *         }
                 *       ],
                 *       "reason": "Monthly allowance"
                 *     }
                 */
                "application/json": components["schemas"]["JournalBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "branch": "text",
                     *       "business_date": "2026-01-31",
                     *       "decided_at": "2026-01-31T09:30:00Z",
                     *       "decided_by": "text",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "lines": [
                     *         {
                     *           "account": "text",
                     *           "credit_minor": 5000000,
                     *           "debit_minor": 5000000
                     *         }
                     *       ],
                     *       "reason": "text",
                     *       "requested_at": "2026-01-31T09:30:00Z",
                     *       "requested_by": "text",
                     *       "reverses": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "status": "REQUESTED"
                     *     }
                     */
                    "application/json": components["schemas"]["JournalView"];
                };
            };
        };
    };
    get_journal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                journal_id: string;
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
                     *       "branch": "text",
                     *       "business_date": "2026-01-31",
                     *       "decided_at": "2026-01-31T09:30:00Z",
                     *       "decided_by": "text",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "lines": [
                     *         {
                     *           "account": "text",
                     *           "credit_minor": 5000000,
                     *           "debit_minor": 5000000
                     *         }
                     *       ],
                     *       "reason": "text",
                     *       "requested_at": "2026-01-31T09:30:00Z",
                     *       "requested_by": "text",
                     *       "reverses": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "status": "REQUESTED"
                     *     }
                     */
                    "application/json": components["schemas"]["JournalView"];
                };
            };
        };
    };
    approve_journal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                journal_id: string;
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
                     *       "branch": "text",
                     *       "business_date": "2026-01-31",
                     *       "decided_at": "2026-01-31T09:30:00Z",
                     *       "decided_by": "text",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "lines": [
                     *         {
                     *           "account": "text",
                     *           "credit_minor": 5000000,
                     *           "debit_minor": 5000000
                     *         }
                     *       ],
                     *       "reason": "text",
                     *       "requested_at": "2026-01-31T09:30:00Z",
                     *       "requested_by": "text",
                     *       "reverses": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "status": "REQUESTED"
                     *     }
                     */
                    "application/json": components["schemas"]["JournalView"];
                };
            };
        };
    };
    reject_journal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                journal_id: string;
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
                     *       "branch": "text",
                     *       "business_date": "2026-01-31",
                     *       "decided_at": "2026-01-31T09:30:00Z",
                     *       "decided_by": "text",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "lines": [
                     *         {
                     *           "account": "text",
                     *           "credit_minor": 5000000,
                     *           "debit_minor": 5000000
                     *         }
                     *       ],
                     *       "reason": "text",
                     *       "requested_at": "2026-01-31T09:30:00Z",
                     *       "requested_by": "text",
                     *       "reverses": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "status": "REQUESTED"
                     *     }
                     */
                    "application/json": components["schemas"]["JournalView"];
                };
            };
        };
    };
    request_journal_reversal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                journal_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "Monthly allowance"
                 *     }
                 */
                "application/json": components["schemas"]["ReasonBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "branch": "text",
                     *       "business_date": "2026-01-31",
                     *       "decided_at": "2026-01-31T09:30:00Z",
                     *       "decided_by": "text",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "lines": [
                     *         {
                     *           "account": "text",
                     *           "credit_minor": 5000000,
                     *           "debit_minor": 5000000
                     *         }
                     *       ],
                     *       "reason": "text",
                     *       "requested_at": "2026-01-31T09:30:00Z",
                     *       "requested_by": "text",
                     *       "reverses": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "status": "REQUESTED"
                     *     }
                     */
                    "application/json": components["schemas"]["JournalView"];
                };
            };
        };
    };
    approve_loan_change: {
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
                     *       "change": {
                     *         "annual_rate": "text",
                     *         "kind": "EXTENSION",
                     *         "months": 1
                     *       },
                     *       "decided_at": "2026-01-31T09:30:00Z",
                     *       "decided_by": "text",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "kind": "EXTENSION",
                     *       "loan_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "process_code": "text",
                     *       "reason": "text",
                     *       "requested_at": "2026-01-31T09:30:00Z",
                     *       "requested_by": "text",
                     *       "reverses": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "status": "REQUESTED",
                     *       "value_date": "2026-01-31"
                     *     }
                     */
                    "application/json": components["schemas"]["LoanChangeView"];
                };
            };
        };
    };
    reject_loan_change: {
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
                     *       "change": {
                     *         "annual_rate": "text",
                     *         "kind": "EXTENSION",
                     *         "months": 1
                     *       },
                     *       "decided_at": "2026-01-31T09:30:00Z",
                     *       "decided_by": "text",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "kind": "EXTENSION",
                     *       "loan_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "process_code": "text",
                     *       "reason": "text",
                     *       "requested_at": "2026-01-31T09:30:00Z",
                     *       "requested_by": "text",
                     *       "reverses": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "status": "REQUESTED",
                     *       "value_date": "2026-01-31"
                     *     }
                     */
                    "application/json": components["schemas"]["LoanChangeView"];
                };
            };
        };
    };
    list_loans: {
        parameters: {
            query?: {
                application_id?: string | null;
                /** @description `next_cursor` of the page before */
                cursor?: string | null;
                customer_id?: string | null;
                /** @description Items a page */
                limit?: number;
                /** @description The number of the loan */
                loan_no?: string | null;
                status?: components["schemas"]["LoanStatus"] | null;
                /** @description Only loans for which money waits in suspense (挂账) */
                unapplied?: boolean;
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
                     *           "accrued_interest_minor": 5000000,
                     *           "annual_rate": "text",
                     *           "application_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "branch": "text",
                     *           "bucket": "text",
                     *           "cap_excess_minor": 5000000,
                     *           "contract_no": "text",
                     *           "currency": "text",
                     *           "customer_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "dpd": 1,
                     *           "due_minor": 5000000,
                     *           "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "loan_no": "text",
                     *           "maturity_date": "2026-01-31",
                     *           "non_accrual_since": "2026-01-31",
                     *           "off_balance_interest_minor": 5000000,
                     *           "outstanding_principal_minor": 5000000,
                     *           "principal_minor": 5000000,
                     *           "product_code": "text",
                     *           "repayment": {
                     *             "balloon_minor": 1000000,
                     *             "day_count": "ACT/360",
                     *             "due_day": 1,
                     *             "due_on": [
                     *               "2026-01-31"
                     *             ],
                     *             "every": {
                     *               "count": 2,
                     *               "unit": "MONTH"
                     *             },
                     *             "floating": {
                     *               "ceiling": "0.072",
                     *               "cycle_months": 1,
                     *               "floor": "0.072",
                     *               "lpr": "0.072",
                     *               "reprice": "ANNIVERSARY",
                     *               "spread_bp": 420,
                     *               "tenor": "1Y"
                     *             },
                     *             "grace": {
                     *               "interest_free_periods": 1,
                     *               "interest_periods": 1,
                     *               "principal_periods": 3
                     *             },
                     *             "periods": 1,
                     *             "principals": [
                     *               1000000
                     *             ],
                     *             "rate_steps": [
                     *               {
                     *                 "after_months": 12,
                     *                 "annual_rate": "0.072"
                     *               }
                     *             ]
                     *           },
                     *           "repayment_method": "EQUAL_INSTALMENT",
                     *           "sequence": 1,
                     *           "status": "PENDING",
                     *           "suspense_minor": 5000000,
                     *           "term_months": 1,
                     *           "value_date": "2026-01-31",
                     *           "waived_minor": 5000000,
                     *           "written_off_minor": 5000000
                     *         }
                     *       ],
                     *       "next_cursor": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["Page_LoanView_"];
                };
            };
        };
    };
    get_loan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                loan_id: string;
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
                     *       "accrued_interest_minor": 5000000,
                     *       "annual_rate": "text",
                     *       "application_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "branch": "text",
                     *       "bucket": "text",
                     *       "cap_excess_minor": 5000000,
                     *       "contract_no": "text",
                     *       "currency": "text",
                     *       "customer_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "dpd": 1,
                     *       "due_minor": 5000000,
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "loan_no": "text",
                     *       "maturity_date": "2026-01-31",
                     *       "non_accrual_since": "2026-01-31",
                     *       "off_balance_interest_minor": 5000000,
                     *       "outstanding_principal_minor": 5000000,
                     *       "principal_minor": 5000000,
                     *       "product_code": "text",
                     *       "repayment": {
                     *         "balloon_minor": 1000000,
                     *         "day_count": "ACT/360",
                     *         "due_day": 1,
                     *         "due_on": [
                     *           "2026-01-31"
                     *         ],
                     *         "every": {
                     *           "count": 2,
                     *           "unit": "MONTH"
                     *         },
                     *         "floating": {
                     *           "ceiling": "0.072",
                     *           "cycle_months": 1,
                     *           "floor": "0.072",
                     *           "lpr": "0.072",
                     *           "reprice": "ANNIVERSARY",
                     *           "spread_bp": 420,
                     *           "tenor": "1Y"
                     *         },
                     *         "grace": {
                     *           "interest_free_periods": 1,
                     *           "interest_periods": 1,
                     *           "principal_periods": 3
                     *         },
                     *         "periods": 1,
                     *         "principals": [
                     *           1000000
                     *         ],
                     *         "rate_steps": [
                     *           {
                     *             "after_months": 12,
                     *             "annual_rate": "0.072"
                     *           }
                     *         ]
                     *       },
                     *       "repayment_method": "EQUAL_INSTALMENT",
                     *       "sequence": 1,
                     *       "status": "PENDING",
                     *       "suspense_minor": 5000000,
                     *       "term_months": 1,
                     *       "value_date": "2026-01-31",
                     *       "waived_minor": 5000000,
                     *       "written_off_minor": 5000000
                     *     }
                     */
                    "application/json": components["schemas"]["LoanView"];
                };
            };
        };
    };
    get_ageing: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                loan_id: string;
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
                     *       "bands": [
                     *         {
                     *           "days": "31-60",
                     *           "principal_minor": 5000000
                     *         }
                     *       ],
                     *       "bucket": "text",
                     *       "day": "2026-01-31",
                     *       "dpd": 1,
                     *       "instalments": [
                     *         {
                     *           "counts_from": "2026-01-31",
                     *           "dpd": 1,
                     *           "due_on": "2026-01-31",
                     *           "fee_minor": 5000000,
                     *           "interest_minor": 5000000,
                     *           "principal_minor": 5000000
                     *         }
                     *       ],
                     *       "loan_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "overdue_instalments": 1,
                     *       "overdue_minor": 5000000,
                     *       "pauses": [
                     *         {
                     *           "first": "2026-01-31",
                     *           "last": "2026-01-31"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["AgeingView"];
                };
            };
        };
    };
    list_bureau_status: {
        parameters: {
            query?: {
                /** @description Absent: of the last 24 months */
                since?: string | null;
            };
            header?: never;
            path: {
                loan_id: string;
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
                     *           "as_of": "2026-01-31",
                     *           "code": "N",
                     *           "dpd": 1,
                     *           "month": "2026-03",
                     *           "outstanding_minor": 5000000,
                     *           "overdue_minor": 5000000
                     *         }
                     *       ],
                     *       "next_cursor": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["Page_BureauMonthView_"];
                };
            };
        };
    };
    list_loan_changes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                loan_id: string;
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
                     *           "change": {
                     *             "annual_rate": "text",
                     *             "kind": "EXTENSION",
                     *             "months": 1
                     *           },
                     *           "decided_at": "2026-01-31T09:30:00Z",
                     *           "decided_by": "text",
                     *           "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "kind": "EXTENSION",
                     *           "loan_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "process_code": "text",
                     *           "reason": "text",
                     *           "requested_at": "2026-01-31T09:30:00Z",
                     *           "requested_by": "text",
                     *           "reverses": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "status": "REQUESTED",
                     *           "value_date": "2026-01-31"
                     *         }
                     *       ],
                     *       "next_cursor": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["Page_LoanChangeView_"];
                };
            };
        };
    };
    request_loan_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                loan_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "change": {
                 *         "annual_rate": "0.108",
                 *         "kind": "RATE"
                 *       },
                 *       "reason": "The payer sent it twice",
                 *       "value_date": "2026-01-31"
                 *     }
                 */
                "application/json": components["schemas"]["ChangeBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "change": {
                     *         "annual_rate": "text",
                     *         "kind": "EXTENSION",
                     *         "months": 1
                     *       },
                     *       "decided_at": "2026-01-31T09:30:00Z",
                     *       "decided_by": "text",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "kind": "EXTENSION",
                     *       "loan_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "process_code": "text",
                     *       "reason": "text",
                     *       "requested_at": "2026-01-31T09:30:00Z",
                     *       "requested_by": "text",
                     *       "reverses": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "status": "REQUESTED",
                     *       "value_date": "2026-01-31"
                     *     }
                     */
                    "application/json": components["schemas"]["LoanChangeView"];
                };
            };
        };
    };
    request_loan_change_reversal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                change_id: string;
                loan_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "The payer sent it twice"
                 *     }
                 */
                "application/json": components["schemas"]["ReversalBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "change": {
                     *         "annual_rate": "text",
                     *         "kind": "EXTENSION",
                     *         "months": 1
                     *       },
                     *       "decided_at": "2026-01-31T09:30:00Z",
                     *       "decided_by": "text",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "kind": "EXTENSION",
                     *       "loan_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "process_code": "text",
                     *       "reason": "text",
                     *       "requested_at": "2026-01-31T09:30:00Z",
                     *       "requested_by": "text",
                     *       "reverses": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "status": "REQUESTED",
                     *       "value_date": "2026-01-31"
                     *     }
                     */
                    "application/json": components["schemas"]["LoanChangeView"];
                };
            };
        };
    };
    get_classification: {
        parameters: {
            query?: {
                /** @description Of the figures; absent: the last day that was closed */
                day?: string | null;
            };
            header?: never;
            path: {
                loan_id: string;
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
                     *       "as_of": "2026-01-31",
                     *       "bucket": "text",
                     *       "changes": [
                     *         {
                     *           "day": "2026-01-31",
                     *           "dpd": 1,
                     *           "from_class": "text",
                     *           "from_stage": 1,
                     *           "reasons": [
                     *             "text"
                     *           ],
                     *           "to_class": "text",
                     *           "to_stage": 1
                     *         }
                     *       ],
                     *       "dpd": 1,
                     *       "expected_loss": {
                     *         "annual_rate": "text",
                     *         "day": "2026-01-31",
                     *         "exposure_minor": 5000000,
                     *         "lgd": "text",
                     *         "loss_minor": 5000000,
                     *         "pd": "text",
                     *         "scenarios": [
                     *           {
                     *             "code": "text",
                     *             "lgd_factor": "text",
                     *             "pd_factor": "text",
                     *             "weight": "text"
                     *           }
                     *         ],
                     *         "stage": 1
                     *       },
                     *       "held": true,
                     *       "loan_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "overdue_instalments": 1,
                     *       "overdue_minor": 5000000,
                     *       "override": "text",
                     *       "reasons": [
                     *         "text"
                     *       ],
                     *       "restructured": "FROM_PERFORMING",
                     *       "restructured_on": "2026-01-31",
                     *       "risk_class": "NORMAL",
                     *       "signs": [
                     *         {
                     *           "percent": "text",
                     *           "sign": "TECHNICAL",
                     *           "since": "2026-01-31",
                     *           "until": "2026-01-31"
                     *         }
                     *       ],
                     *       "since": "2026-01-31",
                     *       "stage": 1
                     *     }
                     */
                    "application/json": components["schemas"]["ClassificationView"];
                };
            };
        };
    };
    list_classification_requests: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                loan_id: string;
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
                     *           "decided_at": "2026-01-31T09:30:00Z",
                     *           "decided_by": "text",
                     *           "first_day": "2026-01-31",
                     *           "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "kind": "SIGN",
                     *           "last_day": "2026-01-31",
                     *           "loan_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "pause_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "percent": "text",
                     *           "reason": "text",
                     *           "requested_at": "2026-01-31T09:30:00Z",
                     *           "requested_by": "text",
                     *           "sign": "TECHNICAL",
                     *           "status": "REQUESTED",
                     *           "to_class": "text"
                     *         }
                     *       ],
                     *       "next_cursor": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["Page_ClassificationRequestView_"];
                };
            };
        };
    };
    request_classification: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                loan_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "first_day": "2026-01-31",
                 *       "kind": "SIGN",
                 *       "last_day": "2026-01-31",
                 *       "pause_id": "5e0f4a1c-7d0b-4f0e-9d8e-2b1c0a9f8e7d",
                 *       "reason": "court notice of 2026-03-02",
                 *       "sign": "TECHNICAL",
                 *       "to_class": "NORMAL"
                 *     }
                 */
                "application/json": components["schemas"]["ClassificationRequestBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "decided_at": "2026-01-31T09:30:00Z",
                     *       "decided_by": "text",
                     *       "first_day": "2026-01-31",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "kind": "SIGN",
                     *       "last_day": "2026-01-31",
                     *       "loan_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "pause_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "percent": "text",
                     *       "reason": "text",
                     *       "requested_at": "2026-01-31T09:30:00Z",
                     *       "requested_by": "text",
                     *       "sign": "TECHNICAL",
                     *       "status": "REQUESTED",
                     *       "to_class": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["ClassificationRequestView"];
                };
            };
        };
    };
    list_collection_agreements: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                loan_id: string;
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
                     *           "agreed_at": "2026-01-31T09:30:00Z",
                     *           "agreed_by": "text",
                     *           "code": "text",
                     *           "end_reason": "REVOKED",
                     *           "ended_at": "2026-01-31T09:30:00Z",
                     *           "frozen_at": "2026-01-31T09:30:00Z",
                     *           "frozen_because": "text",
                     *           "frozen_by": "text",
                     *           "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "parts": true,
                     *           "refused_because": "text",
                     *           "signed_at": "2026-01-31T09:30:00Z",
                     *           "status": "REQUESTED",
                     *           "text_version": "text"
                     *         }
                     *       ],
                     *       "next_cursor": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["Page_StaffAgreementView_"];
                };
            };
        };
    };
    freeze_debits: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                loan_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "The payer sent it twice"
                 *     }
                 */
                "application/json": components["schemas"]["FreezeBody"];
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
                     *       "agreed_at": "2026-01-31T09:30:00Z",
                     *       "agreed_by": "text",
                     *       "code": "text",
                     *       "end_reason": "REVOKED",
                     *       "ended_at": "2026-01-31T09:30:00Z",
                     *       "frozen_at": "2026-01-31T09:30:00Z",
                     *       "frozen_because": "text",
                     *       "frozen_by": "text",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "parts": true,
                     *       "refused_because": "text",
                     *       "signed_at": "2026-01-31T09:30:00Z",
                     *       "status": "REQUESTED",
                     *       "text_version": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["StaffAgreementView"];
                };
            };
        };
    };
    resume_debits: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                loan_id: string;
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
                     *       "agreed_at": "2026-01-31T09:30:00Z",
                     *       "agreed_by": "text",
                     *       "code": "text",
                     *       "end_reason": "REVOKED",
                     *       "ended_at": "2026-01-31T09:30:00Z",
                     *       "frozen_at": "2026-01-31T09:30:00Z",
                     *       "frozen_because": "text",
                     *       "frozen_by": "text",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "parts": true,
                     *       "refused_because": "text",
                     *       "signed_at": "2026-01-31T09:30:00Z",
                     *       "status": "REQUESTED",
                     *       "text_version": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["StaffAgreementView"];
                };
            };
        };
    };
    list_debits: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before */
                cursor?: string | null;
                /** @description Items a page */
                limit?: number;
            };
            header?: never;
            path: {
                loan_id: string;
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
                     *           "agreement_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "amount_minor": 5000000,
                     *           "business_date": "2026-01-31",
                     *           "code": "text",
                     *           "currency": "text",
                     *           "ended_at": "2026-01-31T09:30:00Z",
                     *           "failed_because": "text",
                     *           "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "occasion": "AUTO",
                     *           "part": 1,
                     *           "problem": "text",
                     *           "repayment_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "requested_at": "2026-01-31T09:30:00Z",
                     *           "requested_by": "text",
                     *           "slot": "text",
                     *           "status": "REQUESTED"
                     *         }
                     *       ],
                     *       "next_cursor": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["Page_StaffDebitView_"];
                };
            };
        };
    };
    list_ledger_entries: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before */
                cursor?: string | null;
                /** @description Items a page */
                limit?: number;
            };
            header?: never;
            path: {
                loan_id: string;
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
                     *           "account": "text",
                     *           "amount_minor": 5000000,
                     *           "booked_at": "2026-01-31T09:30:00Z",
                     *           "business_date": "2026-01-31",
                     *           "id": 1,
                     *           "kind": "text",
                     *           "posting_no": 1,
                     *           "reverses": 1,
                     *           "value_date": "2026-01-31"
                     *         }
                     *       ],
                     *       "next_cursor": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["Page_LedgerEntryView_"];
                };
            };
        };
    };
    list_papers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                loan_id: string;
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
                     *           "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "issued_at": "2026-01-31T09:30:00Z",
                     *           "issued_on": "2026-01-31",
                     *           "kind": "STATEMENT",
                     *           "loan_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "number": "DZ202611300A1B2C3D",
                     *           "verification_code": "Q7K2-M9TD-44XB"
                     *         }
                     *       ],
                     *       "next_cursor": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["Page_PaperView_"];
                };
            };
        };
    };
    get_paper: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                loan_id: string;
                paper_id: string;
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
    retry_pay_out: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                loan_id: string;
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
                     *       "accrued_interest_minor": 5000000,
                     *       "annual_rate": "text",
                     *       "application_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "branch": "text",
                     *       "bucket": "text",
                     *       "cap_excess_minor": 5000000,
                     *       "contract_no": "text",
                     *       "currency": "text",
                     *       "customer_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "dpd": 1,
                     *       "due_minor": 5000000,
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "loan_no": "text",
                     *       "maturity_date": "2026-01-31",
                     *       "non_accrual_since": "2026-01-31",
                     *       "off_balance_interest_minor": 5000000,
                     *       "outstanding_principal_minor": 5000000,
                     *       "principal_minor": 5000000,
                     *       "product_code": "text",
                     *       "repayment": {
                     *         "balloon_minor": 1000000,
                     *         "day_count": "ACT/360",
                     *         "due_day": 1,
                     *         "due_on": [
                     *           "2026-01-31"
                     *         ],
                     *         "every": {
                     *           "count": 2,
                     *           "unit": "MONTH"
                     *         },
                     *         "floating": {
                     *           "ceiling": "0.072",
                     *           "cycle_months": 1,
                     *           "floor": "0.072",
                     *           "lpr": "0.072",
                     *           "reprice": "ANNIVERSARY",
                     *           "spread_bp": 420,
                     *           "tenor": "1Y"
                     *         },
                     *         "grace": {
                     *           "interest_free_periods": 1,
                     *           "interest_periods": 1,
                     *           "principal_periods": 3
                     *         },
                     *         "periods": 1,
                     *         "principals": [
                     *           1000000
                     *         ],
                     *         "rate_steps": [
                     *           {
                     *             "after_months": 12,
                     *             "annual_rate": "0.072"
                     *           }
                     *         ]
                     *       },
                     *       "repayment_method": "EQUAL_INSTALMENT",
                     *       "sequence": 1,
                     *       "status": "PENDING",
                     *       "suspense_minor": 5000000,
                     *       "term_months": 1,
                     *       "value_date": "2026-01-31",
                     *       "waived_minor": 5000000,
                     *       "written_off_minor": 5000000
                     *     }
                     */
                    "application/json": components["schemas"]["LoanView"];
                };
            };
        };
    };
    list_prepayment_quotes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                loan_id: string;
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
                     *           "due_minor": 5000000,
                     *           "effect": "SHORTER_TERM",
                     *           "fee_minor": 5000000,
                     *           "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "interest_minor": 5000000,
                     *           "loan_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "pay_by": "2026-01-31",
                     *           "principal_minor": 5000000,
                     *           "quoted_at": "2026-01-31T09:30:00Z",
                     *           "quoted_by": "text",
                     *           "repayment_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "schedule": [
                     *             {
                     *               "balance_minor": 5000000,
                     *               "due_on": "2026-01-31",
                     *               "fee_minor": 5000000,
                     *               "interest_minor": 5000000,
                     *               "number": 1,
                     *               "principal_minor": 5000000
                     *             }
                     *           ],
                     *           "suspense_minor": 5000000,
                     *           "total_minor": 5000000,
                     *           "valid_from": "2026-01-31"
                     *         }
                     *       ],
                     *       "next_cursor": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["Page_QuoteView_"];
                };
            };
        };
    };
    quote_prepayment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                loan_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "effect": "SHORTER_TERM",
                 *       "pay_by": "2026-01-31",
                 *       "principal_minor": 100000
                 *     }
                 */
                "application/json": components["schemas"]["QuoteBody"];
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
                     *       "due_minor": 5000000,
                     *       "effect": "SHORTER_TERM",
                     *       "fee_minor": 5000000,
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "interest_minor": 5000000,
                     *       "loan_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "pay_by": "2026-01-31",
                     *       "principal_minor": 5000000,
                     *       "quoted_at": "2026-01-31T09:30:00Z",
                     *       "quoted_by": "text",
                     *       "repayment_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "schedule": [
                     *         {
                     *           "balance_minor": 5000000,
                     *           "due_on": "2026-01-31",
                     *           "fee_minor": 5000000,
                     *           "interest_minor": 5000000,
                     *           "number": 1,
                     *           "principal_minor": 5000000
                     *         }
                     *       ],
                     *       "suspense_minor": 5000000,
                     *       "total_minor": 5000000,
                     *       "valid_from": "2026-01-31"
                     *     }
                     */
                    "application/json": components["schemas"]["QuoteView"];
                };
            };
        };
    };
    get_purpose_check: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                loan_id: string;
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
                     *       "checked_at": "2026-01-31T09:30:00Z",
                     *       "checked_by": "text",
                     *       "due_on": "2026-01-31",
                     *       "evidence": "text",
                     *       "loan_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "result": "PROVED"
                     *     }
                     */
                    "application/json": components["schemas"]["PurposeCheckView"];
                };
            };
        };
    };
    check_purpose: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                loan_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "evidence": "Insurance policy 4711, file 12",
                 *       "result": "PROVED"
                 *     }
                 */
                "application/json": components["schemas"]["PurposeBody"];
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
                     *       "checked_at": "2026-01-31T09:30:00Z",
                     *       "checked_by": "text",
                     *       "due_on": "2026-01-31",
                     *       "evidence": "text",
                     *       "loan_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "result": "PROVED"
                     *     }
                     */
                    "application/json": components["schemas"]["PurposeCheckView"];
                };
            };
        };
    };
    retry_refund: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                loan_id: string;
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
                     *       "accrued_interest_minor": 5000000,
                     *       "annual_rate": "text",
                     *       "application_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "branch": "text",
                     *       "bucket": "text",
                     *       "cap_excess_minor": 5000000,
                     *       "contract_no": "text",
                     *       "currency": "text",
                     *       "customer_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "dpd": 1,
                     *       "due_minor": 5000000,
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "loan_no": "text",
                     *       "maturity_date": "2026-01-31",
                     *       "non_accrual_since": "2026-01-31",
                     *       "off_balance_interest_minor": 5000000,
                     *       "outstanding_principal_minor": 5000000,
                     *       "principal_minor": 5000000,
                     *       "product_code": "text",
                     *       "repayment": {
                     *         "balloon_minor": 1000000,
                     *         "day_count": "ACT/360",
                     *         "due_day": 1,
                     *         "due_on": [
                     *           "2026-01-31"
                     *         ],
                     *         "every": {
                     *           "count": 2,
                     *           "unit": "MONTH"
                     *         },
                     *         "floating": {
                     *           "ceiling": "0.072",
                     *           "cycle_months": 1,
                     *           "floor": "0.072",
                     *           "lpr": "0.072",
                     *           "reprice": "ANNIVERSARY",
                     *           "spread_bp": 420,
                     *           "tenor": "1Y"
                     *         },
                     *         "grace": {
                     *           "interest_free_periods": 1,
                     *           "interest_periods": 1,
                     *           "principal_periods": 3
                     *         },
                     *         "periods": 1,
                     *         "principals": [
                     *           1000000
                     *         ],
                     *         "rate_steps": [
                     *           {
                     *             "after_months": 12,
                     *             "annual_rate": "0.072"
                     *           }
                     *         ]
                     *       },
                     *       "repayment_method": "EQUAL_INSTALMENT",
                     *       "sequence": 1,
                     *       "status": "PENDING",
                     *       "suspense_minor": 5000000,
                     *       "term_months": 1,
                     *       "value_date": "2026-01-31",
                     *       "waived_minor": 5000000,
                     *       "written_off_minor": 5000000
                     *     }
                     */
                    "application/json": components["schemas"]["LoanView"];
                };
            };
        };
    };
    request_repayment_release: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                loan_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "amount_minor": 888488,
                 *       "currency": "CNY",
                 *       "reason": "The payer sent it twice",
                 *       "received_on": "2026-01-31",
                 *       "reference": "2026022100017",
                 *       "source": "TRANSFER"
                 *     }
                 */
                "application/json": components["schemas"]["ReleaseBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "amount_minor": 5000000,
                     *       "decided_at": "2026-01-31T09:30:00Z",
                     *       "decided_by": "text",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "kind": "RELEASE",
                     *       "loan_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "reason": "text",
                     *       "received_on": "2026-01-31",
                     *       "reference": "text",
                     *       "repayment_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "requested_at": "2026-01-31T09:30:00Z",
                     *       "requested_by": "text",
                     *       "source": "COUNTER",
                     *       "status": "REQUESTED",
                     *       "to_loan_id": "019bd906-1280-798f-a429-4925d566d08d"
                     *     }
                     */
                    "application/json": components["schemas"]["RepaymentRequestView"];
                };
            };
        };
    };
    list_repayment_requests: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                loan_id: string;
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
                     *           "amount_minor": 5000000,
                     *           "decided_at": "2026-01-31T09:30:00Z",
                     *           "decided_by": "text",
                     *           "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "kind": "RELEASE",
                     *           "loan_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "reason": "text",
                     *           "received_on": "2026-01-31",
                     *           "reference": "text",
                     *           "repayment_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "requested_at": "2026-01-31T09:30:00Z",
                     *           "requested_by": "text",
                     *           "source": "COUNTER",
                     *           "status": "REQUESTED",
                     *           "to_loan_id": "019bd906-1280-798f-a429-4925d566d08d"
                     *         }
                     *       ],
                     *       "next_cursor": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["Page_RepaymentRequestView_"];
                };
            };
        };
    };
    list_repayments: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before */
                cursor?: string | null;
                /** @description Items a page */
                limit?: number;
            };
            header?: never;
            path: {
                loan_id: string;
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
                     *           "allocation": [
                     *             {
                     *               "amount_minor": 5000000,
                     *               "component": "text",
                     *               "instalment_no": 1
                     *             }
                     *           ],
                     *           "amount_minor": 5000000,
                     *           "booked_at": "2026-01-31T09:30:00Z",
                     *           "profile": "text",
                     *           "received_on": "2026-01-31",
                     *           "reference": "text",
                     *           "repayment_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "reversed": true,
                     *           "source": "text",
                     *           "version": 1
                     *         }
                     *       ],
                     *       "next_cursor": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["Page_RepaymentEntryView_"];
                };
            };
        };
    };
    record_repayment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                loan_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "amount_minor": 888488,
                 *       "currency": "CNY",
                 *       "designated": [
                 *         2
                 *       ],
                 *       "quote_id": "5e0f4a1c-7d0b-4f0e-9d8e-2b1c0a9f8e7d",
                 *       "received_on": "2026-01-31",
                 *       "reference": "2026022100017",
                 *       "source": "TRANSFER"
                 *     }
                 */
                "application/json": components["schemas"]["QuotedRepaymentBody"];
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
                     *       "amount_minor": 5000000,
                     *       "excess_minor": 5000000,
                     *       "lines": [
                     *         {
                     *           "amount_minor": 5000000,
                     *           "component": "text",
                     *           "instalment_no": 1
                     *         }
                     *       ],
                     *       "profile": "text",
                     *       "received_on": "2026-01-31",
                     *       "repayment_id": "019bd906-1280-798f-a429-4925d566d08d"
                     *     }
                     */
                    "application/json": components["schemas"]["RepaymentView"];
                };
            };
        };
    };
    request_repayment_reversal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                loan_id: string;
                repayment_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "The payer sent it twice"
                 *     }
                 */
                "application/json": components["schemas"]["ReversalBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "amount_minor": 5000000,
                     *       "decided_at": "2026-01-31T09:30:00Z",
                     *       "decided_by": "text",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "kind": "RELEASE",
                     *       "loan_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "reason": "text",
                     *       "received_on": "2026-01-31",
                     *       "reference": "text",
                     *       "repayment_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "requested_at": "2026-01-31T09:30:00Z",
                     *       "requested_by": "text",
                     *       "source": "COUNTER",
                     *       "status": "REQUESTED",
                     *       "to_loan_id": "019bd906-1280-798f-a429-4925d566d08d"
                     *     }
                     */
                    "application/json": components["schemas"]["RepaymentRequestView"];
                };
            };
        };
    };
    get_schedule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                loan_id: string;
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
                     *       "instalments": [
                     *         {
                     *           "balance_minor": 5000000,
                     *           "carried": true,
                     *           "due_on": "2026-01-31",
                     *           "early": true,
                     *           "fee_minor": 5000000,
                     *           "interest_minor": 5000000,
                     *           "number": 1,
                     *           "payable_on": "2026-01-31",
                     *           "principal_minor": 5000000,
                     *           "settled_on": "2026-01-31",
                     *           "total_minor": 5000000,
                     *           "unpaid_minor": 5000000
                     *         }
                     *       ],
                     *       "loan_id": "019bd906-1280-798f-a429-4925d566d08d"
                     *     }
                     */
                    "application/json": components["schemas"]["ScheduleView"];
                };
            };
        };
    };
    list_schedule_versions: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before */
                cursor?: string | null;
                /** @description Items a page */
                limit?: number;
            };
            header?: never;
            path: {
                loan_id: string;
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
                     *           "effective_from": "2026-01-31",
                     *           "made_by": {
                     *             "change": "EXTENSION",
                     *             "event_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *             "kind": "REPAYMENT",
                     *             "recorded_on": "2026-01-31",
                     *             "value_date": "2026-01-31"
                     *           },
                     *           "number": 1
                     *         }
                     *       ],
                     *       "next_cursor": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["Page_ScheduleVersionView_"];
                };
            };
        };
    };
    get_schedule_version: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                loan_id: string;
                number: number;
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
                     *       "effective_from": "2026-01-31",
                     *       "instalments": [
                     *         {
                     *           "balance_minor": 5000000,
                     *           "due_on": "2026-01-31",
                     *           "fee_minor": 5000000,
                     *           "interest_minor": 5000000,
                     *           "number": 1,
                     *           "principal_minor": 5000000,
                     *           "starts_on": "2026-01-31"
                     *         }
                     *       ],
                     *       "made_by": {
                     *         "change": "EXTENSION",
                     *         "event_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *         "kind": "REPAYMENT",
                     *         "recorded_on": "2026-01-31",
                     *         "value_date": "2026-01-31"
                     *       },
                     *       "number": 1
                     *     }
                     */
                    "application/json": components["schemas"]["WholeVersionView"];
                };
            };
        };
    };
    issue_settlement_certificate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                loan_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
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
                     *       "issued_at": "2026-01-31T09:30:00Z",
                     *       "issued_on": "2026-01-31",
                     *       "kind": "STATEMENT",
                     *       "loan_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "number": "DZ202611300A1B2C3D",
                     *       "verification_code": "Q7K2-M9TD-44XB"
                     *     }
                     */
                    "application/json": components["schemas"]["PaperView"];
                };
            };
        };
    };
    issue_statement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                loan_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "from_day": "2026-01-31",
                 *       "to_day": "2026-01-31"
                 *     }
                 */
                "application/json": components["schemas"]["StatementBody"];
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
                     *       "issued_at": "2026-01-31T09:30:00Z",
                     *       "issued_on": "2026-01-31",
                     *       "kind": "STATEMENT",
                     *       "loan_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "number": "DZ202611300A1B2C3D",
                     *       "verification_code": "Q7K2-M9TD-44XB"
                     *     }
                     */
                    "application/json": components["schemas"]["PaperView"];
                };
            };
        };
    };
    list_loan_taxes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                loan_id: string;
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
                     *           "account": "text",
                     *           "income_minor": 5000000,
                     *           "net_minor": 5000000,
                     *           "vat_minor": 5000000
                     *         }
                     *       ],
                     *       "next_cursor": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["Page_LoanTaxView_"];
                };
            };
        };
    };
    request_unapplied_money_move: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                loan_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "amount_minor": 20000,
                 *       "reason": "The payer sent it twice",
                 *       "to_loan_id": "5e0f4a1c-7d0b-4f0e-9d8e-2b1c0a9f8e7d",
                 *       "value_date": "2026-01-31"
                 *     }
                 */
                "application/json": components["schemas"]["MoveBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "amount_minor": 5000000,
                     *       "decided_at": "2026-01-31T09:30:00Z",
                     *       "decided_by": "text",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "kind": "RELEASE",
                     *       "loan_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "reason": "text",
                     *       "received_on": "2026-01-31",
                     *       "reference": "text",
                     *       "repayment_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "requested_at": "2026-01-31T09:30:00Z",
                     *       "requested_by": "text",
                     *       "source": "COUNTER",
                     *       "status": "REQUESTED",
                     *       "to_loan_id": "019bd906-1280-798f-a429-4925d566d08d"
                     *     }
                     */
                    "application/json": components["schemas"]["RepaymentRequestView"];
                };
            };
        };
    };
    list_own_credit_lines: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before */
                cursor?: string | null;
                /** @description Items a page */
                limit?: number;
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
                     *           "annual_rate": "text",
                     *           "application_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "available_minor": 5000000,
                     *           "contract_no": "text",
                     *           "currency": "text",
                     *           "expires_on": "2026-01-31",
                     *           "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "limit_minor": 5000000,
                     *           "opens_on": "2026-01-31",
                     *           "outstanding_principal_minor": 5000000,
                     *           "product_code": "text",
                     *           "reservations": [
                     *             {
                     *               "amount_minor": 5000000,
                     *               "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *               "until": "2026-01-31"
                     *             }
                     *           ],
                     *           "reserved_minor": 5000000,
                     *           "sequence": 1,
                     *           "status": "OPEN"
                     *         }
                     *       ],
                     *       "next_cursor": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["Page_OwnLineView_"];
                };
            };
        };
    };
    get_own_credit_line: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                line_id: string;
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
                     *       "annual_rate": "text",
                     *       "application_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "available_minor": 5000000,
                     *       "contract_no": "text",
                     *       "currency": "text",
                     *       "expires_on": "2026-01-31",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "limit_minor": 5000000,
                     *       "opens_on": "2026-01-31",
                     *       "outstanding_principal_minor": 5000000,
                     *       "product_code": "text",
                     *       "reservations": [
                     *         {
                     *           "amount_minor": 5000000,
                     *           "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "until": "2026-01-31"
                     *         }
                     *       ],
                     *       "reserved_minor": 5000000,
                     *       "sequence": 1,
                     *       "status": "OPEN"
                     *     }
                     */
                    "application/json": components["schemas"]["OwnLineView"];
                };
            };
        };
    };
    draw_own_credit_line: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                line_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "amount_minor": 1000000,
                 *       "reservation_id": "5e0f4a1c-7d0b-4f0e-9d8e-2b1c0a9f8e7d"
                 *     }
                 */
                "application/json": components["schemas"]["DrawBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "accrued_interest_minor": 5000000,
                     *       "annual_rate": "text",
                     *       "application_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "business_date": "2026-01-31",
                     *       "contract_no": "text",
                     *       "currency": "text",
                     *       "due_minor": 5000000,
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "left_over_minor": 5000000,
                     *       "loan_no": "text",
                     *       "maturity_date": "2026-01-31",
                     *       "next_due": {
                     *         "due_on": "2026-01-31",
                     *         "number": 1,
                     *         "total_minor": 5000000
                     *       },
                     *       "outstanding_principal_minor": 5000000,
                     *       "overdue_days": 1,
                     *       "principal_minor": 5000000,
                     *       "product_code": "text",
                     *       "repayment_method": "EQUAL_INSTALMENT",
                     *       "sequence": 1,
                     *       "settled_on": "2026-01-31",
                     *       "status": "PENDING",
                     *       "term_months": 1,
                     *       "value_date": "2026-01-31"
                     *     }
                     */
                    "application/json": components["schemas"]["OwnLoanView"];
                };
            };
        };
    };
    list_own_loans: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before */
                cursor?: string | null;
                /** @description Items a page */
                limit?: number;
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
                     *           "accrued_interest_minor": 5000000,
                     *           "annual_rate": "text",
                     *           "application_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "business_date": "2026-01-31",
                     *           "contract_no": "text",
                     *           "currency": "text",
                     *           "due_minor": 5000000,
                     *           "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "left_over_minor": 5000000,
                     *           "loan_no": "text",
                     *           "maturity_date": "2026-01-31",
                     *           "next_due": {
                     *             "due_on": "2026-01-31",
                     *             "number": 1,
                     *             "total_minor": 5000000
                     *           },
                     *           "outstanding_principal_minor": 5000000,
                     *           "overdue_days": 1,
                     *           "principal_minor": 5000000,
                     *           "product_code": "text",
                     *           "repayment_method": "EQUAL_INSTALMENT",
                     *           "sequence": 1,
                     *           "settled_on": "2026-01-31",
                     *           "status": "PENDING",
                     *           "term_months": 1,
                     *           "value_date": "2026-01-31"
                     *         }
                     *       ],
                     *       "next_cursor": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["Page_OwnLoanView_"];
                };
            };
        };
    };
    get_own_loan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                loan_id: string;
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
                     *       "accrued_interest_minor": 5000000,
                     *       "annual_rate": "text",
                     *       "application_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "business_date": "2026-01-31",
                     *       "contract_no": "text",
                     *       "currency": "text",
                     *       "due_minor": 5000000,
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "left_over_minor": 5000000,
                     *       "loan_no": "text",
                     *       "maturity_date": "2026-01-31",
                     *       "next_due": {
                     *         "due_on": "2026-01-31",
                     *         "number": 1,
                     *         "total_minor": 5000000
                     *       },
                     *       "outstanding_principal_minor": 5000000,
                     *       "overdue_days": 1,
                     *       "principal_minor": 5000000,
                     *       "product_code": "text",
                     *       "repayment_method": "EQUAL_INSTALMENT",
                     *       "sequence": 1,
                     *       "settled_on": "2026-01-31",
                     *       "status": "PENDING",
                     *       "term_months": 1,
                     *       "value_date": "2026-01-31"
                     *     }
                     */
                    "application/json": components["schemas"]["OwnLoanView"];
                };
            };
        };
    };
    list_card_payments: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before */
                cursor?: string | null;
                /** @description Items a page */
                limit?: number;
            };
            header?: never;
            path: {
                loan_id: string;
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
                     *           "amount_minor": 5000000,
                     *           "business_date": "2026-01-31",
                     *           "code": "text",
                     *           "currency": "text",
                     *           "ended_at": "2026-01-31T09:30:00Z",
                     *           "failed_because": "text",
                     *           "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "occasion": "AUTO",
                     *           "part": 1,
                     *           "repayment_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "requested_at": "2026-01-31T09:30:00Z",
                     *           "slot": "text",
                     *           "status": "REQUESTED"
                     *         }
                     *       ],
                     *       "next_cursor": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["Page_DebitView_"];
                };
            };
        };
    };
    pay_by_card: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                loan_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "amount_minor": 888488,
                 *       "quote_id": "5e0f4a1c-7d0b-4f0e-9d8e-2b1c0a9f8e7d"
                 *     }
                 */
                "application/json": components["schemas"]["CardPaymentBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "amount_minor": 5000000,
                     *       "business_date": "2026-01-31",
                     *       "code": "text",
                     *       "currency": "text",
                     *       "ended_at": "2026-01-31T09:30:00Z",
                     *       "failed_because": "text",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "occasion": "AUTO",
                     *       "part": 1,
                     *       "repayment_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "requested_at": "2026-01-31T09:30:00Z",
                     *       "slot": "text",
                     *       "status": "REQUESTED"
                     *     }
                     */
                    "application/json": components["schemas"]["DebitView"];
                };
            };
        };
    };
    get_own_collection_agreement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                loan_id: string;
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
                     *       "agreed_at": "2026-01-31T09:30:00Z",
                     *       "code": "text",
                     *       "end_reason": "REVOKED",
                     *       "ended_at": "2026-01-31T09:30:00Z",
                     *       "frozen_at": "2026-01-31T09:30:00Z",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "parts": true,
                     *       "refused_because": "text",
                     *       "signed_at": "2026-01-31T09:30:00Z",
                     *       "status": "REQUESTED",
                     *       "text_version": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["postloan_svc__api__debits__views__AgreementView"];
                };
            };
        };
    };
    agree_to_collection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                loan_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "parts": true,
                 *       "text_version": "2026-1"
                 *     }
                 */
                "application/json": components["schemas"]["AgreementBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "agreed_at": "2026-01-31T09:30:00Z",
                     *       "code": "text",
                     *       "end_reason": "REVOKED",
                     *       "ended_at": "2026-01-31T09:30:00Z",
                     *       "frozen_at": "2026-01-31T09:30:00Z",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "parts": true,
                     *       "refused_because": "text",
                     *       "signed_at": "2026-01-31T09:30:00Z",
                     *       "status": "REQUESTED",
                     *       "text_version": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["postloan_svc__api__debits__views__AgreementView"];
                };
            };
        };
    };
    revoke_collection_agreement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                loan_id: string;
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
                     *       "agreed_at": "2026-01-31T09:30:00Z",
                     *       "code": "text",
                     *       "end_reason": "REVOKED",
                     *       "ended_at": "2026-01-31T09:30:00Z",
                     *       "frozen_at": "2026-01-31T09:30:00Z",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "parts": true,
                     *       "refused_because": "text",
                     *       "signed_at": "2026-01-31T09:30:00Z",
                     *       "status": "REQUESTED",
                     *       "text_version": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["postloan_svc__api__debits__views__AgreementView"];
                };
            };
        };
    };
    list_own_papers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                loan_id: string;
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
                     *           "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "issued_at": "2026-01-31T09:30:00Z",
                     *           "issued_on": "2026-01-31",
                     *           "kind": "STATEMENT",
                     *           "loan_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "number": "DZ202611300A1B2C3D",
                     *           "verification_code": "Q7K2-M9TD-44XB"
                     *         }
                     *       ],
                     *       "next_cursor": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["Page_PaperView_"];
                };
            };
        };
    };
    get_own_paper: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                loan_id: string;
                paper_id: string;
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
    get_payment_instruction: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                loan_id: string;
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
                     *       "account": "text",
                     *       "amount_minor": 5000000,
                     *       "reference": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["PaymentInstructionView"];
                };
            };
        };
    };
    list_own_prepayment_quotes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                loan_id: string;
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
                     *           "due_minor": 5000000,
                     *           "effect": "SHORTER_TERM",
                     *           "fee_minor": 5000000,
                     *           "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "interest_minor": 5000000,
                     *           "loan_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "pay_by": "2026-01-31",
                     *           "principal_minor": 5000000,
                     *           "quoted_at": "2026-01-31T09:30:00Z",
                     *           "quoted_by": "text",
                     *           "repayment_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "schedule": [
                     *             {
                     *               "balance_minor": 5000000,
                     *               "due_on": "2026-01-31",
                     *               "fee_minor": 5000000,
                     *               "interest_minor": 5000000,
                     *               "number": 1,
                     *               "principal_minor": 5000000
                     *             }
                     *           ],
                     *           "suspense_minor": 5000000,
                     *           "total_minor": 5000000,
                     *           "valid_from": "2026-01-31"
                     *         }
                     *       ],
                     *       "next_cursor": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["Page_QuoteView_"];
                };
            };
        };
    };
    quote_own_prepayment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                loan_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "effect": "SHORTER_TERM",
                 *       "pay_by": "2026-01-31",
                 *       "principal_minor": 100000
                 *     }
                 */
                "application/json": components["schemas"]["QuoteBody"];
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
                     *       "due_minor": 5000000,
                     *       "effect": "SHORTER_TERM",
                     *       "fee_minor": 5000000,
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "interest_minor": 5000000,
                     *       "loan_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "pay_by": "2026-01-31",
                     *       "principal_minor": 5000000,
                     *       "quoted_at": "2026-01-31T09:30:00Z",
                     *       "quoted_by": "text",
                     *       "repayment_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "schedule": [
                     *         {
                     *           "balance_minor": 5000000,
                     *           "due_on": "2026-01-31",
                     *           "fee_minor": 5000000,
                     *           "interest_minor": 5000000,
                     *           "number": 1,
                     *           "principal_minor": 5000000
                     *         }
                     *       ],
                     *       "suspense_minor": 5000000,
                     *       "total_minor": 5000000,
                     *       "valid_from": "2026-01-31"
                     *     }
                     */
                    "application/json": components["schemas"]["QuoteView"];
                };
            };
        };
    };
    list_own_repayments: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before */
                cursor?: string | null;
                /** @description Items a page */
                limit?: number;
            };
            header?: never;
            path: {
                loan_id: string;
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
                     *           "allocation": [
                     *             {
                     *               "amount_minor": 5000000,
                     *               "component": "text",
                     *               "instalment_no": 1
                     *             }
                     *           ],
                     *           "amount_minor": 5000000,
                     *           "received_on": "2026-01-31",
                     *           "reference": "text",
                     *           "repayment_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "reversed": true
                     *         }
                     *       ],
                     *       "next_cursor": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["Page_OwnRepaymentView_"];
                };
            };
        };
    };
    get_own_schedule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                loan_id: string;
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
                     *       "instalments": [
                     *         {
                     *           "balance_minor": 5000000,
                     *           "carried": true,
                     *           "due_on": "2026-01-31",
                     *           "early": true,
                     *           "fee_minor": 5000000,
                     *           "interest_minor": 5000000,
                     *           "number": 1,
                     *           "payable_on": "2026-01-31",
                     *           "principal_minor": 5000000,
                     *           "settled_on": "2026-01-31",
                     *           "total_minor": 5000000,
                     *           "unpaid_minor": 5000000
                     *         }
                     *       ],
                     *       "loan_id": "019bd906-1280-798f-a429-4925d566d08d"
                     *     }
                     */
                    "application/json": components["schemas"]["ScheduleView"];
                };
            };
        };
    };
    issue_own_settlement_certificate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                loan_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
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
                     *       "issued_at": "2026-01-31T09:30:00Z",
                     *       "issued_on": "2026-01-31",
                     *       "kind": "STATEMENT",
                     *       "loan_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "number": "DZ202611300A1B2C3D",
                     *       "verification_code": "Q7K2-M9TD-44XB"
                     *     }
                     */
                    "application/json": components["schemas"]["PaperView"];
                };
            };
        };
    };
    issue_own_statement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                loan_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "from_day": "2026-01-31",
                 *       "to_day": "2026-01-31"
                 *     }
                 */
                "application/json": components["schemas"]["StatementBody"];
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
                     *       "issued_at": "2026-01-31T09:30:00Z",
                     *       "issued_on": "2026-01-31",
                     *       "kind": "STATEMENT",
                     *       "loan_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "number": "DZ202611300A1B2C3D",
                     *       "verification_code": "Q7K2-M9TD-44XB"
                     *     }
                     */
                    "application/json": components["schemas"]["PaperView"];
                };
            };
        };
    };
    check_paper: {
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
                 *       "code": "Q7K2-M9TD-44XB",
                 *       "number": "DZ202611300A1B2C3D"
                 *     }
                 */
                "application/json": components["schemas"]["PaperCheckBody"];
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
                     *       "content": {},
                     *       "issued_on": "2026-01-31",
                     *       "kind": "STATEMENT",
                     *       "number": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["CheckedPaperView"];
                };
            };
        };
    };
    get_partner_schedule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                loan_id: string;
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
                     *       "instalments": [
                     *         {
                     *           "balance_minor": 5000000,
                     *           "carried": true,
                     *           "due_on": "2026-01-31",
                     *           "early": true,
                     *           "fee_minor": 5000000,
                     *           "interest_minor": 5000000,
                     *           "number": 1,
                     *           "payable_on": "2026-01-31",
                     *           "principal_minor": 5000000,
                     *           "settled_on": "2026-01-31",
                     *           "total_minor": 5000000,
                     *           "unpaid_minor": 5000000
                     *         }
                     *       ],
                     *       "loan_id": "019bd906-1280-798f-a429-4925d566d08d"
                     *     }
                     */
                    "application/json": components["schemas"]["ScheduleView"];
                };
            };
        };
    };
    list_pay_outs: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before */
                cursor?: string | null;
                /** @description Items a page */
                limit?: number;
                status?: components["schemas"]["ReleaseStatus"];
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
                     *           "asked_by": "text",
                     *           "branch": "text",
                     *           "conditions": [
                     *             {
                     *               "checked_at": "2026-01-31T09:30:00Z",
                     *               "checked_by": "text",
                     *               "code": "text",
                     *               "evidence": "text"
                     *             }
                     *           ],
                     *           "decided_at": "2026-01-31T09:30:00Z",
                     *           "decided_by": "text",
                     *           "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "loan_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "reason": "text",
                     *           "status": "WAITING",
                     *           "waiting_since": "2026-01-31T09:30:00Z"
                     *         }
                     *       ],
                     *       "next_cursor": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["Page_PayOutView_"];
                };
            };
        };
    };
    get_pay_out: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                pay_out_id: string;
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
                     *       "asked_by": "text",
                     *       "branch": "text",
                     *       "conditions": [
                     *         {
                     *           "checked_at": "2026-01-31T09:30:00Z",
                     *           "checked_by": "text",
                     *           "code": "text",
                     *           "evidence": "text"
                     *         }
                     *       ],
                     *       "decided_at": "2026-01-31T09:30:00Z",
                     *       "decided_by": "text",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "loan_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "reason": "text",
                     *       "status": "WAITING",
                     *       "waiting_since": "2026-01-31T09:30:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["PayOutView"];
                };
            };
        };
    };
    check_condition_off: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
                pay_out_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "evidence": "Insurance policy 4711, file 12"
                 *     }
                 */
                "application/json": components["schemas"]["EvidenceBody"];
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
                     *       "asked_by": "text",
                     *       "branch": "text",
                     *       "conditions": [
                     *         {
                     *           "checked_at": "2026-01-31T09:30:00Z",
                     *           "checked_by": "text",
                     *           "code": "text",
                     *           "evidence": "text"
                     *         }
                     *       ],
                     *       "decided_at": "2026-01-31T09:30:00Z",
                     *       "decided_by": "text",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "loan_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "reason": "text",
                     *       "status": "WAITING",
                     *       "waiting_since": "2026-01-31T09:30:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["PayOutView"];
                };
            };
        };
    };
    refuse_pay_out: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                pay_out_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "The insurance has lapsed"
                 *     }
                 */
                "application/json": components["schemas"]["RefusalBody"];
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
                     *       "asked_by": "text",
                     *       "branch": "text",
                     *       "conditions": [
                     *         {
                     *           "checked_at": "2026-01-31T09:30:00Z",
                     *           "checked_by": "text",
                     *           "code": "text",
                     *           "evidence": "text"
                     *         }
                     *       ],
                     *       "decided_at": "2026-01-31T09:30:00Z",
                     *       "decided_by": "text",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "loan_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "reason": "text",
                     *       "status": "WAITING",
                     *       "waiting_since": "2026-01-31T09:30:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["PayOutView"];
                };
            };
        };
    };
    release_pay_out: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                pay_out_id: string;
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
                     *       "asked_by": "text",
                     *       "branch": "text",
                     *       "conditions": [
                     *         {
                     *           "checked_at": "2026-01-31T09:30:00Z",
                     *           "checked_by": "text",
                     *           "code": "text",
                     *           "evidence": "text"
                     *         }
                     *       ],
                     *       "decided_at": "2026-01-31T09:30:00Z",
                     *       "decided_by": "text",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "loan_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "reason": "text",
                     *       "status": "WAITING",
                     *       "waiting_since": "2026-01-31T09:30:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["PayOutView"];
                };
            };
        };
    };
    list_periods: {
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
                     *           "decided_at": "2026-01-31T09:30:00Z",
                     *           "decided_by": "text",
                     *           "period": "text",
                     *           "reason": "text",
                     *           "requested_at": "2026-01-31T09:30:00Z",
                     *           "requested_by": "text",
                     *           "status": "OPEN",
                     *           "wanted": "OPEN"
                     *         }
                     *       ],
                     *       "next_cursor": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["Page_PeriodView_"];
                };
            };
        };
    };
    approve_period_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                period: string;
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
                     *       "decided_at": "2026-01-31T09:30:00Z",
                     *       "decided_by": "text",
                     *       "period": "text",
                     *       "reason": "text",
                     *       "requested_at": "2026-01-31T09:30:00Z",
                     *       "requested_by": "text",
                     *       "status": "OPEN",
                     *       "wanted": "OPEN"
                     *     }
                     */
                    "application/json": components["schemas"]["PeriodView"];
                };
            };
        };
    };
    request_period_closing: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                period: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "Monthly allowance"
                 *     }
                 */
                "application/json": components["schemas"]["ReasonBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "decided_at": "2026-01-31T09:30:00Z",
                     *       "decided_by": "text",
                     *       "period": "text",
                     *       "reason": "text",
                     *       "requested_at": "2026-01-31T09:30:00Z",
                     *       "requested_by": "text",
                     *       "status": "OPEN",
                     *       "wanted": "OPEN"
                     *     }
                     */
                    "application/json": components["schemas"]["PeriodView"];
                };
            };
        };
    };
    reject_period_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                period: string;
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
                     *       "decided_at": "2026-01-31T09:30:00Z",
                     *       "decided_by": "text",
                     *       "period": "text",
                     *       "reason": "text",
                     *       "requested_at": "2026-01-31T09:30:00Z",
                     *       "requested_by": "text",
                     *       "status": "OPEN",
                     *       "wanted": "OPEN"
                     *     }
                     */
                    "application/json": components["schemas"]["PeriodView"];
                };
            };
        };
    };
    request_period_reopening: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                period: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "Monthly allowance"
                 *     }
                 */
                "application/json": components["schemas"]["ReasonBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "decided_at": "2026-01-31T09:30:00Z",
                     *       "decided_by": "text",
                     *       "period": "text",
                     *       "reason": "text",
                     *       "requested_at": "2026-01-31T09:30:00Z",
                     *       "requested_by": "text",
                     *       "status": "OPEN",
                     *       "wanted": "OPEN"
                     *     }
                     */
                    "application/json": components["schemas"]["PeriodView"];
                };
            };
        };
    };
    get_portfolio: {
        parameters: {
            query?: {
                /** @description Absent: all */
                branch?: string | null;
                /** @description Absent: the last day that was closed */
                day?: string | null;
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
                     *       "allowance_minor": 5000000,
                     *       "branch": "text",
                     *       "coverage": "text",
                     *       "day": "2026-01-31",
                     *       "expected_loss_minor": 5000000,
                     *       "lines": [
                     *         {
                     *           "bucket": "text",
                     *           "expected_loss_minor": 5000000,
                     *           "loans": 1,
                     *           "outstanding_minor": 5000000,
                     *           "overdue_minor": 5000000,
                     *           "risk_class": "text",
                     *           "stage": 1
                     *         }
                     *       ],
                     *       "loans": 1,
                     *       "npl_ratio": "text",
                     *       "outstanding_minor": 5000000,
                     *       "overdue_90_to_npl": "text",
                     *       "provision_ratio": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["PortfolioView"];
                };
            };
        };
    };
    get_cures: {
        parameters: {
            query: {
                /** @description Absent: all */
                branch?: string | null;
                /** @description A day that was closed, as the end of a month */
                first: string;
                /** @description A later one */
                last: string;
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
                     *       "buckets": [
                     *         {
                     *           "bucket": "text",
                     *           "collected_minor": 5000000,
                     *           "collection_rate": "text",
                     *           "cure_rate": "text",
                     *           "cured": 1,
                     *           "loans": 1,
                     *           "overdue_minor": 5000000
                     *         }
                     *       ],
                     *       "first": "2026-01-31",
                     *       "last": "2026-01-31"
                     *     }
                     */
                    "application/json": components["schemas"]["CuresView"];
                };
            };
        };
    };
    get_ever_vintages: {
        parameters: {
            query: {
                /** @description Absent: all */
                branch?: string | null;
                /** @description Ever 30+, 60+ or 90+ */
                dpd_over?: components["schemas"]["EverOver"];
                first: string;
                last: string;
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
                     *       "cohorts": [
                     *         {
                     *           "cohort": "2026-03",
                     *           "lent_minor": 5000000,
                     *           "loans": 1,
                     *           "points": [
                     *             {
                     *               "bad_loans": 1,
                     *               "bad_minor": 5000000,
                     *               "day": "2026-01-31",
                     *               "mob": 1,
                     *               "rate": "text"
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "dpd_over": 1
                     *     }
                     */
                    "application/json": components["schemas"]["VintagesView"];
                };
            };
        };
    };
    get_migration: {
        parameters: {
            query: {
                /** @description Absent: all */
                branch?: string | null;
                /** @description A day that was closed, as the end of a month */
                first: string;
                /** @description A later one */
                last: string;
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
                     *       "downgraded": {
                     *         "code": "text"
                     *       },
                     *       "first": "2026-01-31",
                     *       "last": "2026-01-31",
                     *       "moves": [
                     *         {
                     *           "from_class": "text",
                     *           "loans": 1,
                     *           "now_minor": 5000000,
                     *           "to_class": "text",
                     *           "was_minor": 5000000
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["MigrationView"];
                };
            };
        };
    };
    get_payment_defaults: {
        parameters: {
            query?: {
                /** @description Absent: all */
                branch?: string | null;
                /** @description Absent: the last day that was closed */
                day?: string | null;
                /** @description After the due date */
                days?: number;
                instalment?: number;
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
                     *       "day": "2026-01-31",
                     *       "days": 1,
                     *       "instalment": 1,
                     *       "products": [
                     *         {
                     *           "lent_minor": 5000000,
                     *           "loans": 1,
                     *           "product_code": "text",
                     *           "rate": "text",
                     *           "unpaid": 1,
                     *           "unpaid_minor": 5000000
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["DefaultsView"];
                };
            };
        };
    };
    get_roll_rates: {
        parameters: {
            query: {
                /** @description Absent: all */
                branch?: string | null;
                /** @description A day that was closed, as the end of a month */
                first: string;
                /** @description A later one */
                last: string;
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
                     *       "buckets": [
                     *         {
                     *           "bucket": "text",
                     *           "gross_rate": "text",
                     *           "net_rate": "text",
                     *           "now_minor": 5000000,
                     *           "was_minor": 5000000
                     *         }
                     *       ],
                     *       "first": "2026-01-31",
                     *       "last": "2026-01-31",
                     *       "m0_to_m4": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["RollRatesView"];
                };
            };
        };
    };
    get_vintages: {
        parameters: {
            query: {
                /** @description Absent: all */
                branch?: string | null;
                dpd_over?: number;
                first: string;
                last: string;
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
                     *       "cohorts": [
                     *         {
                     *           "cohort": "2026-03",
                     *           "lent_minor": 5000000,
                     *           "loans": 1,
                     *           "points": [
                     *             {
                     *               "bad_loans": 1,
                     *               "bad_minor": 5000000,
                     *               "day": "2026-01-31",
                     *               "mob": 1,
                     *               "rate": "text"
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "dpd_over": 1
                     *     }
                     */
                    "application/json": components["schemas"]["VintagesView"];
                };
            };
        };
    };
    list_purpose_checks: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before */
                cursor?: string | null;
                /** @description Items a page */
                limit?: number;
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
                     *           "branch": "text",
                     *           "due_on": "2026-01-31",
                     *           "loan_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "loan_no": "text",
                     *           "overdue": true,
                     *           "purpose": "text"
                     *         }
                     *       ],
                     *       "next_cursor": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["Page_DuePurposeView_"];
                };
            };
        };
    };
    get_reconciliation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                day: string;
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
                     *       "accounts": [
                     *         {
                     *           "account": "text",
                     *           "ledger_minor": 5000000,
                     *           "loans_minor": 5000000
                     *         }
                     *       ],
                     *       "agrees": true,
                     *       "breaks": 1,
                     *       "business_date": "2026-01-31"
                     *     }
                     */
                    "application/json": components["schemas"]["ReconciliationView"];
                };
            };
        };
    };
    list_ledger_breaks: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before */
                cursor?: string | null;
                /** @description Items a page */
                limit?: number;
            };
            header?: never;
            path: {
                day: string;
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
                     *           "account": "text",
                     *           "books_minor": 5000000,
                     *           "loan_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "loan_minor": 5000000
                     *         }
                     *       ],
                     *       "next_cursor": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["Page_BreakView_"];
                };
            };
        };
    };
    approve_repayment_request: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                request_id: string;
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
                     *       "decided_at": "2026-01-31T09:30:00Z",
                     *       "decided_by": "text",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "kind": "RELEASE",
                     *       "loan_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "reason": "text",
                     *       "received_on": "2026-01-31",
                     *       "reference": "text",
                     *       "repayment_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "requested_at": "2026-01-31T09:30:00Z",
                     *       "requested_by": "text",
                     *       "source": "COUNTER",
                     *       "status": "REQUESTED",
                     *       "to_loan_id": "019bd906-1280-798f-a429-4925d566d08d"
                     *     }
                     */
                    "application/json": components["schemas"]["RepaymentRequestView"];
                };
            };
        };
    };
    reject_repayment_request: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                request_id: string;
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
                     *       "decided_at": "2026-01-31T09:30:00Z",
                     *       "decided_by": "text",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "kind": "RELEASE",
                     *       "loan_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "reason": "text",
                     *       "received_on": "2026-01-31",
                     *       "reference": "text",
                     *       "repayment_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "requested_at": "2026-01-31T09:30:00Z",
                     *       "requested_by": "text",
                     *       "source": "COUNTER",
                     *       "status": "REQUESTED",
                     *       "to_loan_id": "019bd906-1280-798f-a429-4925d566d08d"
                     *     }
                     */
                    "application/json": components["schemas"]["RepaymentRequestView"];
                };
            };
        };
    };
    get_trial_balance: {
        parameters: {
            query?: {
                branch?: string | null;
                /** @description Absent: the last day that was closed */
                day?: string | null;
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
                     *       "branch": "text",
                     *       "business_date": "2026-01-31",
                     *       "credit_minor": 5000000,
                     *       "debit_minor": 5000000,
                     *       "lines": [
                     *         {
                     *           "account": "text",
                     *           "credit_minor": 5000000,
                     *           "credited_minor": 5000000,
                     *           "debit_minor": 5000000,
                     *           "debited_minor": 5000000,
                     *           "kind": "ASSET",
                     *           "name_zh": "text",
                     *           "number": "text"
                     *         }
                     *       ],
                     *       "posted_at": "2026-01-31T09:30:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["TrialBalanceView"];
                };
            };
        };
    };
}
