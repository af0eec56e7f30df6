using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Marshrut.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Transfers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "cases",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    organization_id = table.Column<long>(type: "INTEGER", nullable: false),
                    person_id = table.Column<long>(type: "INTEGER", nullable: true),
                    enrolment_id = table.Column<long>(type: "INTEGER", nullable: true),
                    transfer_item_id = table.Column<long>(type: "INTEGER", nullable: true),
                    made_person = table.Column<bool>(type: "INTEGER", nullable: false),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    outcome = table.Column<int>(type: "INTEGER", nullable: true),
                    curator_id = table.Column<long>(type: "INTEGER", nullable: true),
                    opened_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    closed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    sleeps_until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    priority = table.Column<int>(type: "INTEGER", nullable: false),
                    sort_name = table.Column<string>(type: "TEXT", nullable: false),
                    last_contact_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    next_contact_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    failed_attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cases", x => x.id);
                    table.ForeignKey(
                        name: "fk_cases_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "free_places",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    organization_id = table.Column<long>(type: "INTEGER", nullable: false),
                    month = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    places = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_free_places", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "holdings",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    fingerprint = table.Column<byte[]>(type: "BLOB", nullable: false),
                    centre_id = table.Column<long>(type: "INTEGER", nullable: false),
                    since = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_holdings", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "transfer_drafts",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    organization_id = table.Column<long>(type: "INTEGER", nullable: false),
                    centre_id = table.Column<long>(type: "INTEGER", nullable: false),
                    kind = table.Column<int>(type: "INTEGER", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    created_by = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_transfer_drafts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "transfers",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    from_organization_id = table.Column<long>(type: "INTEGER", nullable: false),
                    to_organization_id = table.Column<long>(type: "INTEGER", nullable: false),
                    agreement_id = table.Column<long>(type: "INTEGER", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    kind = table.Column<int>(type: "INTEGER", nullable: false),
                    sent_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    sent_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    sent_by = table.Column<string>(type: "TEXT", nullable: false),
                    answer_by = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    answer_by_is_preliminary = table.Column<bool>(type: "INTEGER", nullable: false),
                    people_count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_transfers", x => x.id);
                    table.ForeignKey(
                        name: "fk_transfers_agreements_agreement_id",
                        column: x => x.agreement_id,
                        principalTable: "agreements",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_transfers_organizations_from_organization_id",
                        column: x => x.from_organization_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_transfers_organizations_to_organization_id",
                        column: x => x.to_organization_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "transfer_draft_people",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    organization_id = table.Column<long>(type: "INTEGER", nullable: false),
                    draft_id = table.Column<long>(type: "INTEGER", nullable: false),
                    person_id = table.Column<long>(type: "INTEGER", nullable: false),
                    enrolment_id = table.Column<long>(type: "INTEGER", nullable: false),
                    is_chosen = table.Column<bool>(type: "INTEGER", nullable: false),
                    needs = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_transfer_draft_people", x => x.id);
                    table.ForeignKey(
                        name: "fk_transfer_draft_people_transfer_drafts_draft_id",
                        column: x => x.draft_id,
                        principalTable: "transfer_drafts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "transfer_items",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    from_organization_id = table.Column<long>(type: "INTEGER", nullable: false),
                    to_organization_id = table.Column<long>(type: "INTEGER", nullable: false),
                    transfer_id = table.Column<long>(type: "INTEGER", nullable: false),
                    person_id = table.Column<long>(type: "INTEGER", nullable: false),
                    enrolment_id = table.Column<long>(type: "INTEGER", nullable: false),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    priority = table.Column<int>(type: "INTEGER", nullable: false),
                    district = table.Column<string>(type: "TEXT", nullable: true),
                    sent_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    answer_by = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    snapshot = table.Column<byte[]>(type: "BLOB", nullable: true),
                    answered_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    answered_by = table.Column<string>(type: "TEXT", nullable: true),
                    return_reason = table.Column<int>(type: "INTEGER", nullable: true),
                    return_note = table.Column<byte[]>(type: "BLOB", nullable: true),
                    case_id = table.Column<long>(type: "INTEGER", nullable: true),
                    case_state = table.Column<int>(type: "INTEGER", nullable: true),
                    outcome = table.Column<int>(type: "INTEGER", nullable: true),
                    curator_name = table.Column<string>(type: "TEXT", nullable: true),
                    last_activity_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_transfer_items", x => x.id);
                    table.ForeignKey(
                        name: "fk_transfer_items_transfers_transfer_id",
                        column: x => x.transfer_id,
                        principalTable: "transfers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "transfer_questions",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    from_organization_id = table.Column<long>(type: "INTEGER", nullable: false),
                    to_organization_id = table.Column<long>(type: "INTEGER", nullable: false),
                    item_id = table.Column<long>(type: "INTEGER", nullable: false),
                    asked_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    asked_by = table.Column<string>(type: "TEXT", nullable: false),
                    question = table.Column<byte[]>(type: "BLOB", nullable: false),
                    answered_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    answered_by = table.Column<string>(type: "TEXT", nullable: true),
                    answer = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_transfer_questions", x => x.id);
                    table.ForeignKey(
                        name: "fk_transfer_questions_transfer_items_item_id",
                        column: x => x.item_id,
                        principalTable: "transfer_items",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_cases_organization_id_curator_id_state_next_contact_on",
                table: "cases",
                columns: new[] { "organization_id", "curator_id", "state", "next_contact_on" });

            migrationBuilder.CreateIndex(
                name: "ix_cases_organization_id_state_sort_name_id",
                table: "cases",
                columns: new[] { "organization_id", "state", "sort_name", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_cases_transfer_item_id",
                table: "cases",
                column: "transfer_item_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_cases_open_person",
                table: "cases",
                column: "person_id",
                unique: true,
                filter: "state <> 4");

            migrationBuilder.CreateIndex(
                name: "ix_free_places_organization_id_month",
                table: "free_places",
                columns: new[] { "organization_id", "month" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_holdings_fingerprint",
                table: "holdings",
                column: "fingerprint",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_transfer_draft_people_draft_id",
                table: "transfer_draft_people",
                column: "draft_id");

            migrationBuilder.CreateIndex(
                name: "ix_transfer_drafts_organization_id",
                table: "transfer_drafts",
                column: "organization_id");

            migrationBuilder.CreateIndex(
                name: "ix_transfer_items_from_organization_id_person_id",
                table: "transfer_items",
                columns: new[] { "from_organization_id", "person_id" });

            migrationBuilder.CreateIndex(
                name: "ix_transfer_items_to_organization_id_sent_on",
                table: "transfer_items",
                columns: new[] { "to_organization_id", "sent_on" });

            migrationBuilder.CreateIndex(
                name: "ix_transfer_items_to_organization_id_state_answer_by_priority",
                table: "transfer_items",
                columns: new[] { "to_organization_id", "state", "answer_by", "priority" });

            migrationBuilder.CreateIndex(
                name: "ix_transfer_items_transfer_id",
                table: "transfer_items",
                column: "transfer_id");

            migrationBuilder.CreateIndex(
                name: "ix_transfer_questions_item_id",
                table: "transfer_questions",
                column: "item_id");

            migrationBuilder.CreateIndex(
                name: "ix_transfers_agreement_id",
                table: "transfers",
                column: "agreement_id");

            migrationBuilder.CreateIndex(
                name: "ix_transfers_from_organization_id_number",
                table: "transfers",
                columns: new[] { "from_organization_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_transfers_to_organization_id_sent_at",
                table: "transfers",
                columns: new[] { "to_organization_id", "sent_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "cases");

            migrationBuilder.DropTable(
                name: "free_places");

            migrationBuilder.DropTable(
                name: "holdings");

            migrationBuilder.DropTable(
                name: "transfer_draft_people");

            migrationBuilder.DropTable(
                name: "transfer_questions");

            migrationBuilder.DropTable(
                name: "transfer_drafts");

            migrationBuilder.DropTable(
                name: "transfer_items");

            migrationBuilder.DropTable(
                name: "transfers");
        }
    }
}
